import { DayAndAmount } from '@/components/filters/day-and-amount';
import { FilterChoice } from '@/components/filters/filter-choice';
import { FilterPanel } from '@/components/filters/filter-panel';
import type { PaymentFilters } from '@/lib/payment-filters';
import type { Params } from '@/lib/url';

interface PaymentFilterPanelProps {
  readonly filters: PaymentFilters;
  readonly params: Params;
  readonly methods: readonly string[];
  readonly currencies: readonly string[];
  /** What amounts are in when no currency is chosen. */
  readonly usualCurrency: string;
}

const ASKED = ['method', 'from', 'to', 'min', 'max', 'currency'];

/** Narrows the list of payments: how it was paid, when, how much, in which currency. */
export function PaymentFilterPanel(props: PaymentFilterPanelProps) {
  const { filters, params, methods, currencies, usualCurrency } = props;
  const { method, currency } = filters;
  return (
    <FilterPanel path="/payments" params={params} asked={ASKED}>
      <FilterChoice name="method" label="Method" value={method} choices={methods} />
      <DayAndAmount filters={filters} verb="Received" currency={currency ?? usualCurrency} />
      {(currency || currencies.length > 1) && (
        <FilterChoice name="currency" label="Currency" value={currency} choices={currencies} />
      )}
    </FilterPanel>
  );
}
