import type { Href } from '@/components/aging/aging-table';
import type { Chip } from '@/components/aging/filter-chips';
import { toMinor } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { formatDay, formatMoney } from '@/lib/format';

/** The parameters that narrow the report, each to be cleared. */
export const NO_FILTERS = {
  q: null,
  min: null,
  max: null,
  bucket: null,
  show: null,
  customer: null,
  dueFrom: null,
  dueTo: null,
  knownAt: null,
  page: null,
} as const;

/** The active filters in words. `customer` is the name behind a customer filter. */
export function agingChips(filters: AgingFilters, labels: readonly string[], href: Href): Chip[] {
  const { q, customerId, bucket, lateOnly, minMinor, maxMinor, currency, knownAt, dueFrom, dueTo } = filters;
  const money = (minor: number) => formatMoney(toMinor(minor), currency);
  const without = (name: string) => href({ [name]: null, page: null });
  return [
    ...(q ? [{ label: 'Customer contains', value: q, removeHref: without('q') }] : []),
    ...(customerId ? [{ label: 'Customer', value: 'one only', removeHref: without('customer') }] : []),
    ...(bucket === null
      ? []
      : [{ label: 'With something in', value: labels[bucket] ?? '', removeHref: without('bucket') }]),
    ...(lateOnly ? [{ label: 'Show', value: 'late only', removeHref: without('show') }] : []),
    ...(dueFrom ? [{ label: 'Due from', value: formatDay(dueFrom), removeHref: without('dueFrom') }] : []),
    ...(dueTo ? [{ label: 'Due up to', value: formatDay(dueTo), removeHref: without('dueTo') }] : []),
    ...(minMinor === null
      ? []
      : [{ label: 'Total from', value: money(minMinor), removeHref: without('min') }]),
    ...(maxMinor === null
      ? []
      : [{ label: 'Total up to', value: money(maxMinor), removeHref: without('max') }]),
    ...(knownAt ? [{ label: 'As known at', value: knownAt, removeHref: without('knownAt') }] : []),
  ];
}
