import type { Organization } from './actor';
import { toDecimal, toMinor } from './domain/money';
import type { AgingFilters } from './filters';

/**
 * The parameters of an address that shows a report with these filters: what `readAgingFilters` reads back. Undefined where the
 * filter is what the report has without it.
 */
export function writeAgingFilters(filters: AgingFilters, org: Pick<Organization, 'bounds'>) {
  const { currency, bounds, groupBy, minMinor, maxMinor, bucket, page } = filters;
  const amount = (minor: number | null) => (minor === null ? undefined : toDecimal(toMinor(minor), currency));
  return {
    asOf: filters.asOf,
    knownAt: filters.knownAt ?? undefined,
    basis: filters.basis,
    bounds: bounds.join(',') === org.bounds.join(',') ? undefined : bounds.join(','),
    currency,
    q: filters.q || undefined,
    customer: filters.customerId ?? undefined,
    family: filters.family ? '1' : undefined,
    owner: filters.owner ?? undefined,
    tag: filters.tag ?? undefined,
    group: groupBy === 'customer' ? undefined : groupBy,
    net: filters.net ? '1' : undefined,
    bucket: bucket === null ? undefined : String(bucket),
    show: filters.lateOnly ? 'late' : undefined,
    dueFrom: filters.dueFrom ?? undefined,
    dueTo: filters.dueTo ?? undefined,
    min: amount(minMinor),
    max: amount(maxMinor),
    sort: filters.sort,
    dir: filters.descending ? 'desc' : 'asc',
    page: page === 1 ? undefined : String(page),
  };
}
