const SORTS = [
  'name',
  'total',
  'credits',
  'oldest',
  'late',
  'b0',
  'b1',
  'b2',
  'b3',
  'b4',
  'b5',
  'b6',
  'b7',
  'b8',
  'b9',
  'b10',
  'b11',
] as const;

/** What the lines of an aging report can be ordered by: `oldest` its days, `late` the late part of what was billed, b0… a bucket. */
export type AgingSort = (typeof SORTS)[number];

/** All of them, as an address names them. */
export const AGING_SORTS: readonly AgingSort[] = SORTS;

/** Sorting by the bucket at `index`; by the total when there is no such bucket. */
export function bucketSort(index: number): AgingSort {
  return SORTS.find((sort) => sort === `b${index}`) ?? 'total';
}
