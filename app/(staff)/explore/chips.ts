import type { Route } from 'next';
import type { Chip } from '@/components/chip-list';
import { FACETS, type Facet } from '@/db/queries/explore-conditions';
import { bucketLabels } from '@/lib/domain/aging';
import { toMinor } from '@/lib/domain/money';
import type { ExploreFilters } from '@/lib/explore-filters';
import { FACT_NAMES } from '@/lib/explore-words';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import type { ParamChanges } from '@/lib/url';

/** What takes each facet out of an address. */
const CLEARS: Readonly<Record<Facet, ParamChanges>> = {
  age: { age: null },
  amount: { min: null, max: null },
  q: { q: null },
  customer: { customer: null },
  owner: { owner: null, unowned: null },
  status: { status: null },
  tag: { tag: null },
  due: { dueFrom: null, dueTo: null },
  invoiced: { invoicedFrom: null, invoicedTo: null },
  item: { item: null },
};

/** What takes all of them out, and what is shown besides. */
export const NO_FILTERS: ParamChanges = Object.assign(
  { credits: null, knownAt: null },
  ...Object.values(CLEARS),
);

/** A chip, and the facet that it restates. */
export interface FacetChip extends Chip {
  readonly facet: Facet;
}

/** The active filters in words, in the order of the rail. `names` holds those of the chosen customers by id. */
export function facetChips(
  filters: ExploreFilters,
  names: ReadonlyMap<string, string>,
  href: (changes: ParamChanges) => Route,
): FacetChip[] {
  const { q, currency, dueFrom, dueTo, invoicedFrom, invoicedTo, itemIds } = filters;
  const labels = bucketLabels(filters.bounds);
  const money = (minor: number) => formatMoney(toMinor(minor), currency);
  const owners = [...filters.owners, ...(filters.unowned ? ['nobody'] : [])];
  const values: Readonly<Record<Facet, readonly [label: string, value: string]>> = {
    age: ['Age is', filters.buckets.map((bucket) => labels[bucket]).join(', ')],
    amount: ['Open amount', spanned(filters.minMinor, filters.maxMinor, money, ['at least', 'at most'])],
    q: ['Customer contains', q],
    customer: [
      'Customer is',
      filters.customerIds.map((id) => names.get(id) ?? 'one that is not there').join(', '),
    ],
    owner: ['Owner is', owners.join(', ')],
    status: ['Status is', filters.statuses.map((fact) => FACT_NAMES[fact]).join(', ')],
    tag: ['Tag is', filters.tags.join(', ')],
    due: ['Due', spanned(dueFrom, dueTo, formatDay, ['from', 'up to'])],
    invoiced: ['Invoiced', spanned(invoicedFrom, invoicedTo, formatDay, ['from', 'up to'])],
    item: ['Only', itemIds.length > 0 ? `${formatCount(itemIds.length, 'invoice')} chosen by hand` : ''],
  };
  return FACETS.flatMap((facet) => {
    const [label, value] = values[facet];
    return value === '' ? [] : [{ facet, label, value, removeHref: href(CLEARS[facet]) }];
  });
}

/** What is shown besides the open invoices, and as it was known when, in words. */
export function otherChips(
  { withCredits, knownAt }: ExploreFilters,
  known: string | null,
  href: (changes: ParamChanges) => Route,
): Chip[] {
  return [
    ...(withCredits
      ? [{ label: 'Also', value: 'unapplied credits', removeHref: href({ credits: null }) }]
      : []),
    ...(knownAt && known
      ? [{ label: 'As known at', value: known, removeHref: href({ knownAt: null }) }]
      : []),
  ];
}

function spanned<T>(
  from: T | null,
  to: T | null,
  words: (end: T) => string,
  [atLeast, atMost]: readonly [string, string],
): string {
  if (from !== null && to !== null) return `${words(from)} to ${words(to)}`;
  if (from !== null) return `${atLeast} ${words(from)}`;
  return to === null ? '' : `${atMost} ${words(to)}`;
}
