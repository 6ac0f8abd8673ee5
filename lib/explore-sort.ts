/** The columns of Explore that can be sorted by, and the direction of the first click. */
export const FIRST_DIRECTION = {
  number: 'asc',
  customer: 'asc',
  owner: 'asc',
  due: 'asc',
  late: 'desc',
  status: 'desc',
  open: 'desc',
} as const;

/** What Explore is sorted by. */
export type ExploreSort = keyof typeof FIRST_DIRECTION;

/** All of them, in the order of the columns. */
export const SORTS = [
  'number',
  'customer',
  'owner',
  'due',
  'late',
  'status',
  'open',
] as const satisfies ExploreSort[];
