import type { Route } from 'next';
import { FilterChips } from '@/components/aging/filter-chips';
import type { Chip } from '@/components/chip-list';
import { type Params, withParams } from '@/lib/url';

interface DocumentChipsProps {
  readonly path: Route;
  readonly params: Params;
  readonly filters: { readonly customerId: string | null; readonly currency: string | null };
  /** The name behind a customer filter; null when no document shows it. */
  readonly customer: string | null;
}

/** The filters of a list of documents that its toolbar does not show, each to be taken away. */
export function DocumentChips({ path, params, filters, customer }: DocumentChipsProps) {
  const { customerId, currency } = filters;
  const without = (name: string) => withParams(path, params, { [name]: null, page: null });
  const chips: Chip[] = [
    ...(customerId
      ? [{ label: 'Customer', value: customer ?? 'one only', removeHref: without('customer') }]
      : []),
    ...(currency ? [{ label: 'Currency', value: currency, removeHref: without('currency') }] : []),
  ];
  return (
    <FilterChips
      chips={chips}
      clearHref={withParams(path, params, { customer: null, currency: null, page: null })}
    />
  );
}
