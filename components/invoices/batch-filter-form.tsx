import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { ServiceRecord } from '@/db/queries/catalogue';
import type { BatchFilters } from '@/lib/batch-filters';

interface BatchFilterFormProps {
  readonly filters: BatchFilters;
  readonly services: readonly ServiceRecord[];
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

/** What is billed, and among whom to choose: a plain form that asks for the same page with other parameters. */
export function BatchFilterForm({ filters, services, owners, tags, categories }: BatchFilterFormProps) {
  const { serviceId, bill, q, owner, tag, category } = filters;
  return (
    <form
      action="/invoices/batch"
      className="grid grid-cols-[2fr_1fr_1fr_1fr_1fr_auto] items-end gap-3 border-b border-border px-6 py-4 max-xl:grid-cols-3 max-md:grid-cols-1 max-md:px-4"
    >
      <Field name="service" label="Service">
        {(control) => (
          <Select {...control} defaultValue={serviceId ?? ''}>
            <option value="">Choose a service</option>
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="bill" label="Bill it to">
        {(control) => (
          <Select {...control} defaultValue={bill}>
            <option value="customers">Customers</option>
            <option value="beneficiaries">Beneficiaries</option>
          </Select>
        )}
      </Field>
      <Field name="q" label="Name">
        {(control) => <Input {...control} defaultValue={q} maxLength={100} placeholder="Any" />}
      </Field>
      <Choice name="owner" label="Owner" value={owner} choices={owners} />
      {bill === 'beneficiaries' && categories.length > 0 ? (
        <Choice name="category" label="Category" value={category} choices={categories} />
      ) : (
        <Choice name="tag" label="Tag" value={tag} choices={tags} />
      )}
      <Button type="submit" className="h-9! max-md:h-11!">
        Show these
      </Button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly value: string | null;
  readonly choices: readonly string[];
}

function Choice({ name, label, value, choices }: ChoiceProps) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} defaultValue={value ?? ''}>
          <option value="">Any</option>
          {choices.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}
