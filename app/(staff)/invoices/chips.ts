import type { Route } from 'next';
import type { Chip } from '@/components/chip-list';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import type { InvoiceFilters } from '@/lib/invoice-filters';
import type { ParamChanges } from '@/lib/url';

/** What takes the filters that chips show out of an address. */
export const NO_FILTERS: ParamChanges = {
  q: null,
  customer: null,
  currency: null,
  from: null,
  to: null,
  min: null,
  max: null,
  owner: null,
  tag: null,
  invoice: null,
};

/** The active filters in words, each with the list without it. `customer` is the name behind a customer's id, where it is known. */
export function invoiceChips(
  filters: InvoiceFilters,
  customer: string | null,
  href: (changes: ParamChanges) => Route,
): Chip[] {
  const { q, customerId, currency, from, to, minMinor, maxMinor, owner, tag, documentIds } = filters;
  const chip = (name: string, label: string, value: string | null): Chip[] =>
    value ? [{ label, value, removeHref: href({ [name]: null }) }] : [];
  const money = (amount: typeof minMinor) =>
    amount === null || currency === null ? null : formatMoney(amount, currency);
  return [
    ...chip('q', 'Has', q),
    ...chip('customer', 'Customer', customerId && (customer ?? 'one only')),
    ...chip('from', 'Issued from', from && formatDay(from)),
    ...chip('to', 'Issued to', to && formatDay(to)),
    ...chip('min', 'At least', money(minMinor)),
    ...chip('max', 'At most', money(maxMinor)),
    ...chip('owner', 'Owner', owner),
    ...chip('tag', 'Tag', tag),
    ...chip('currency', 'Currency', currency),
    ...chip('invoice', 'Only', documentIds.length > 0 ? formatCount(documentIds.length, 'invoice') : null),
  ];
}
