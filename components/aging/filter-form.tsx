import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type Minor, toDecimal, toMinor } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';

/** Narrows the report: a plain form that asks for the same page with other parameters. */
export function FilterForm({
  filters,
  labels,
}: {
  readonly filters: AgingFilters;
  readonly labels: readonly string[];
}) {
  const { q, minMinor, maxMinor, bucket, currency } = filters;
  const amount = (value: number | null) =>
    value === null ? '' : toDecimal(toMinor(value) satisfies Minor, currency);
  return (
    <form action="/aging" data-close className="flex flex-col gap-4 p-3">
      {kept(filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="q" label="Customer">
        {(control) => <Input {...control} defaultValue={q} placeholder="Part of a name or code" />}
      </Field>
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
        Show these customers
      </Button>
    </form>
  );
}

/** What the form does not ask for, it keeps. */
function kept({
  asOf,
  knownAt,
  basis,
  currency,
  lateOnly,
  dueFrom,
  dueTo,
  customerId,
  sort,
  descending,
}: AgingFilters): [string, string][] {
  const pairs: [string, string][] = [
    ['asOf', asOf],
    ['basis', basis],
    ['currency', currency],
    ['sort', sort],
    ['dir', descending ? 'desc' : 'asc'],
  ];
  if (knownAt) pairs.push(['knownAt', knownAt]);
  if (dueFrom) pairs.push(['dueFrom', dueFrom]);
  if (dueTo) pairs.push(['dueTo', dueTo]);
  if (customerId) pairs.push(['customer', customerId]);
  if (lateOnly) pairs.push(['show', 'late']);
  return pairs;
}
