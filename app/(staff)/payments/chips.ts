import type { Route } from 'next';
import type { Chip } from '@/components/chip-list';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import type { PaymentFilters } from '@/lib/payment-filters';
import type { ParamChanges } from '@/lib/url';

/** What takes all filters of the list out of an address. */
export const NO_FILTERS: ParamChanges = {
  q: null,
  customer: null,
  currency: null,
  method: null,
  from: null,
  to: null,
  min: null,
  max: null,
  payment: null,
};

/** The active filters in words, each with the list without it. `customer` is the name behind a customer's id, where it is known. */
export function paymentChips(
  filters: PaymentFilters,
  customer: string | null,
  href: (changes: ParamChanges) => Route,
): Chip[] {
  const { q, customerId, currency, method, from, to, minMinor, maxMinor, documentIds } = filters;
  const chip = (name: string, label: string, value: string | null): Chip[] =>
    value ? [{ label, value, removeHref: href({ [name]: null }) }] : [];
  const money = (amount: typeof minMinor) =>
    amount === null || currency === null ? null : formatMoney(amount, currency);
  return [
    ...chip('q', 'Has', q),
    ...chip('customer', 'Customer', customerId && (customer ?? 'one only')),
    ...chip('method', 'Paid by', method),
    ...chip('from', 'Received from', from && formatDay(from)),
    ...chip('to', 'Received to', to && formatDay(to)),
    ...chip('min', 'At least', money(minMinor)),
    ...chip('max', 'At most', money(maxMinor)),
    ...chip('currency', 'Currency', currency),
    ...chip('payment', 'Only', documentIds.length > 0 ? formatCount(documentIds.length, 'payment') : null),
  ];
}
