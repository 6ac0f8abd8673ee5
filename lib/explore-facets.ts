/** What Explore can be narrowed by. Each is one chip, and one bit of an item's `misses`. */
export const FACETS = [
  'age',
  'amount',
  'q',
  'customer',
  'owner',
  'status',
  'tag',
  'due',
  'invoiced',
  'item',
] as const;
/** One of them. */
export type Facet = (typeof FACETS)[number];
