import { FilterChoice } from '@/components/filters/filter-choice';
import { KeptParams } from '@/components/filters/kept-params';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { toDecimal, toMinor } from '@/lib/domain/money';
import { type AgingFilters, NO_LABEL, type SearchParams } from '@/lib/filters';

interface FilterFormProps {
  readonly filters: AgingFilters;
  readonly labels: readonly string[];
  /** The page's parameters: what the form does not ask for, it keeps. */
  readonly params: SearchParams;
  /** Every owner and every tag that a customer has. */
  readonly owners: readonly string[];
  readonly tags: readonly string[];
}

const ASKED = ['q', 'min', 'max', 'bucket', 'owner', 'tag', 'page', 'open'];

/** Narrows the report: a plain form that asks for the same page with other parameters. */
export function FilterForm({ filters, labels, params, owners, tags }: FilterFormProps) {
  const { q, minMinor, maxMinor, bucket, currency, owner, tag } = filters;
  const amount = (value: number | null) => (value === null ? '' : toDecimal(toMinor(value), currency));
  return (
    <form action="/aging" data-close className="flex flex-col gap-4 p-3">
      <KeptParams params={params} except={ASKED} />
      <Field name="q" label="Customer">
        {(control) => <Input {...control} defaultValue={q} placeholder="Part of a name or code" />}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <FilterChoice name="owner" label="Owner" none={NO_LABEL.owner} value={owner} choices={owners} />
        <FilterChoice name="tag" label="Tag" none={NO_LABEL.tag} value={tag} choices={tags} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Field name="min" label={`Total from, ${currency}`}>
          {(control) => <Input {...control} defaultValue={amount(minMinor)} inputMode="decimal" />}
        </Field>
        <Field name="max" label="to">
          {(control) => <Input {...control} defaultValue={amount(maxMinor)} inputMode="decimal" />}
        </Field>
      </div>
      <Field name="bucket" label="With something in">
        {(control) => (
          <Select {...control} defaultValue={bucket === null ? '' : String(bucket)}>
            <option value="">Any age</option>
            {labels.map((label, i) => (
              <option key={label} value={i}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" variant="primary">
        Show these
      </Button>
    </form>
  );
}
