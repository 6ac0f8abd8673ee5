import type { Route } from 'next';
import type { Chip } from '@/components/chip-list';
import { FACETS, type Facet } from '@/lib/explore-facets';
import { facetWords } from '@/lib/explore-filter-words';
import type { ExploreFilters } from '@/lib/explore-filters';
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
  const words = facetWords(filters, names);
  return FACETS.flatMap((facet) => {
    const [label, value] = words[facet];
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
