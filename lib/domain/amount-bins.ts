import { type Minor, toMinor } from './money';

/** Amounts from `fromMinor` up to, but without, `toMinor`, and how many there are. */
export interface AmountBin {
  readonly fromMinor: Minor;
  readonly toMinor: Minor;
  readonly count: number;
}

/** Bars that a histogram has room for. */
const MOST_BINS = 12;

/** Where bins begin: 1, 2, 5, 10, 20, 50 … minor units, up to beyond the largest document. Even to the eye on a log scale. */
export const BIN_EDGES: readonly Minor[] = Array.from({ length: 45 }, (_, i) =>
  toMinor(([1, 2, 5][i % 3] ?? 1) * 10 ** Math.floor(i / 3)),
);

/**
 * A histogram from how many amounts lie after each edge (`counts[i]`: from edge i to edge i + 1), from the first edge that is
 * named to the last, even by a 0; neighbours joined until there are few enough. Every amount is in one bin.
 */
export function amountBins(counts: ReadonlyMap<number, number>): AmountBin[] {
  const used = [...counts.keys()];
  if (used.length === 0) return [];
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const step = Math.ceil((last - first + 1) / MOST_BINS);
  const bins: AmountBin[] = [];
  for (let at = first; at <= last; at += step) {
    let count = 0;
    for (let i = at; i < at + step; i += 1) count += counts.get(i) ?? 0;
    bins.push({ fromMinor: edge(at), toMinor: edge(at + step), count });
  }
  return bins;
}

function edge(index: number): Minor {
  const found = BIN_EDGES[Math.min(index, BIN_EDGES.length - 1)];
  if (found === undefined) throw new RangeError(`There is no edge ${index}.`);
  return found;
}
