import { bucketLabels } from './domain/aging';
import { toMinor } from './domain/money';
import { FACETS, type Facet } from './explore-facets';
import type { ExploreFilters } from './explore-filters';
import { FACT_NAMES } from './explore-words';
import { formatCount, formatDay, formatMoney } from './format';

type Names = ReadonlyMap<string, string>;

/** What each facet asks for, as a label and a value; '' for nothing. `names` holds those of the chosen customers by id. */
export function facetWords(
  filters: ExploreFilters,
  names: Names,
): Readonly<Record<Facet, readonly [label: string, value: string]>> {
  const { q, currency, dueFrom, dueTo, invoicedFrom, invoicedTo, itemIds } = filters;
  const labels = bucketLabels(filters.bounds);
  const money = (minor: number) => formatMoney(toMinor(minor), currency);
  const owners = [...filters.owners, ...(filters.unowned ? ['nobody'] : [])];
  return {
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
}

/** What narrows the open invoices, in words for paper: "age is Current; tag is Key". Empty when nothing does. */
export function exploreFilterWords(filters: ExploreFilters, names: Names): string {
  const words = facetWords(filters, names);
  return FACETS.flatMap((facet) => {
    const [label, value] = words[facet];
    return value === '' ? [] : [`${label.charAt(0).toLowerCase()}${label.slice(1)} ${value}`];
  }).join('; ');
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
