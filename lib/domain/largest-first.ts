/**
 * A list with its `count` largest items first, in falling order; the others follow in theirs. For long lists of which only the
 * largest matter: to sort all of one takes far longer.
 */
export function largestFirst<T>(list: readonly T[], count: number, sizeOf: (item: T) => number): T[] {
  const least = Float64Array.from(list, sizeOf).toSorted().at(-count) ?? Number.NEGATIVE_INFINITY;
  const large = list.filter((item) => sizeOf(item) >= least);
  const others = list.filter((item) => !(sizeOf(item) >= least));
  return large.toSorted((a, b) => sizeOf(b) - sizeOf(a)).concat(others);
}
