import { ListFilter } from 'lucide-react';
import { KeptParams } from '@/components/aging/kept-params';
import { Button, buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import type { InvoiceFilters } from '@/lib/document-filters';
import { type Minor, toDecimal } from '@/lib/domain/money';
import type { Params } from '@/lib/url';

interface InvoiceFilterPanelProps {
  readonly filters: InvoiceFilters;
  /** The page's parameters: what the form does not ask for, it keeps. */
  readonly params: Params;
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly currencies: readonly string[];
  /** What amounts are in when no currency is chosen. */
  readonly usualCurrency: string;
}

const ASKED = ['owner', 'tag', 'from', 'to', 'min', 'max', 'currency', 'page'];

/** Narrows the list of invoices: when issued, how much, in which currency, whose. A plain form. */
export function InvoiceFilterPanel(props: InvoiceFilterPanelProps) {
  const { filters, params, owners, tags, currencies, usualCurrency } = props;
  const { owner, tag, from, to, minMinor, maxMinor, currency } = filters;
  const unit = currency ?? usualCurrency;
  const amount = (minor: Minor | null) => (minor === null ? '' : toDecimal(minor, unit));
  return (
    <Popover
      label="Filters"
      align="end"
      className="w-80"
      triggerClassName={buttonClass({ size: 'sm' }, 'max-md:h-11!')}
      trigger={
        <>
          <ListFilter aria-hidden />
          Filters
        </>
      }
    >
      <form action="/invoices" data-close className="flex flex-col gap-4 p-3">
        <KeptParams params={params} except={ASKED} />
        <div className="grid grid-cols-2 gap-3">
          <Field name="from" label="Issued from">
            {(control) => <Input {...control} type="date" defaultValue={from ?? ''} />}
          </Field>
          <Field name="to" label="to">
            {(control) => <Input {...control} type="date" defaultValue={to ?? ''} />}
          </Field>
          <Field name="min" label={`Amount from, ${unit}`}>
            {(control) => <Input {...control} inputMode="decimal" defaultValue={amount(minMinor)} />}
          </Field>
          <Field name="max" label="to">
            {(control) => <Input {...control} inputMode="decimal" defaultValue={amount(maxMinor)} />}
          </Field>
        </div>
        <Choice name="owner" label="Owner" value={owner} choices={owners} />
        <Choice name="tag" label="Tag" value={tag} choices={tags} />
        <Choice name="currency" label="Currency" value={currency} choices={currencies} />
        <Button type="submit" variant="primary">
          Show these
        </Button>
      </form>
    </Popover>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly string[];
}

/** Drawn when there is something to choose. */
function Choice({ name, label, value, choices }: ChoiceProps) {
  const known = value === null || choices.includes(value) ? choices : [value, ...choices];
  if (known.length === 0) return null;
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control} defaultValue={value ?? ''}>
          <option value="">Any</option>
          {known.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
    </Field>
  );
}
