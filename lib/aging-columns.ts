/** Columns that somebody may hide, beside one per bucket (`b0`, `b1`, …). Name and total always stand. */
const OPTIONAL_COLUMNS = ['shape', 'credits', 'oldest', 'late', 'share'] as const;
type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number] | `b${number}`;

/** Every column that may be hidden, for this many buckets. */
export function optionalColumns(buckets: number): OptionalColumn[] {
  return [...Array.from({ length: buckets }, (_, i) => `b${i}` as const), ...OPTIONAL_COLUMNS];
}
