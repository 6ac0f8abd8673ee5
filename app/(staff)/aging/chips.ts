import type { Href } from '@/components/aging/aging-table';
import type { Chip } from '@/components/chip-list';
import { bucketLabels } from '@/lib/domain/aging';
import { type FilterFact, filterFacts } from '@/lib/filter-words';
import type { AgingFilters } from '@/lib/filters';

/** The parameters that narrow the report, each to be cleared. */
export const NO_FILTERS = {
  q: null,
  min: null,
  max: null,
  bucket: null,
  show: null,
  customer: null,
  family: null,
  owner: null,
  tag: null,
  dueFrom: null,
  dueTo: null,
  bounds: null,
  net: null,
  knownAt: null,
  page: null,
} as const;

interface Names {
  /** The customer of a customer filter; null when there is none of that id. */
  readonly customer: string | null;
  /** The known-at instant in words. */
  readonly knownAt: string | null;
  readonly usualBounds: readonly number[];
}

/** The active filters in words, each with the page without it. */
export function agingChips(filters: AgingFilters, names: Names, href: Href): Chip[] {
  const facts: FilterFact[] = filterFacts(filters, names.customer);
  if (filters.bounds.join() !== names.usualBounds.join())
    facts.push({ params: ['bounds'], label: 'Buckets', value: bucketLabels(filters.bounds).join(' | ') });
  if (names.knownAt !== null) facts.push({ params: ['knownAt'], label: 'As known at', value: names.knownAt });
  return facts.map(({ params, label, value }) => {
    const without = Object.fromEntries(params.map((name) => [name, null]));
    return { label, value, removeHref: href({ ...without, page: null }) };
  });
}
