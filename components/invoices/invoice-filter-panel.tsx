import { DayAndAmount } from '@/components/filters/day-and-amount';
import { FilterChoice } from '@/components/filters/filter-choice';
import { FilterPanel } from '@/components/filters/filter-panel';
import type { InvoiceFilters } from '@/lib/invoice-filters';
import type { Params } from '@/lib/url';

interface InvoiceFilterPanelProps {
  readonly filters: InvoiceFilters;
  readonly params: Params;
  readonly owners: readonly string[];
  readonly tags: readonly string[];
  readonly currencies: readonly string[];
  /** What amounts are in when no currency is chosen. */
  readonly usualCurrency: string;
}

const ASKED = ['owner', 'tag', 'from', 'to', 'min', 'max', 'currency'];

/** Narrows the list of invoices: when issued, how much, in which currency, whose. */
export function InvoiceFilterPanel(props: InvoiceFilterPanelProps) {
  const { filters, params, owners, tags, currencies, usualCurrency } = props;
  const { owner, tag, currency } = filters;
  return (
    <FilterPanel path="/invoices" params={params} asked={ASKED}>
      <DayAndAmount filters={filters} verb="Issued" currency={currency ?? usualCurrency} />
      {(owner || owners.length > 0) && (
        <FilterChoice name="owner" label="Owner" value={owner} choices={owners} />
      )}
      {(tag || tags.length > 0) && <FilterChoice name="tag" label="Tag" value={tag} choices={tags} />}
      {(currency || currencies.length > 1) && (
        <FilterChoice name="currency" label="Currency" value={currency} choices={currencies} />
      )}
    </FilterPanel>
  );
}
