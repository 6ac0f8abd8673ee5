import type { Minor } from '../money';

/** Items and what is open of each, oldest first. */
interface Summand {
  readonly openMinor: Minor;
}

/** Sums of a few: so many items at most. */
const MOST_ITEMS = 5;
/** Combinations of three and more are looked for among so many of the oldest. */
const AMONG = 20;
/** Bound on the search, in place of a clock: well under a millisecond. */
const MOST_STEPS = 30_000;

/** The smallest number of items that add up to a target: the oldest of them, and whether others do as well. */
export interface ExactSum<T> {
  readonly items: readonly T[];
  /** Another combination of as few items fits too, or the search grew too long to say that none does. */
  readonly hasRival: boolean;
}

/**
 * The fewest of two to five items that add up to `target` to the cent; null when none do. Pairs are looked for among all items,
 * larger sums among the 20 oldest. The result depends on the arguments alone.
 */
export function exactSum<T extends Summand>(target: Minor, items: readonly T[]): ExactSum<T> | null {
  const pair = exactPair(target, items);
  if (pair) return pair;
  const among = items.slice(0, AMONG);
  const steps = { left: MOST_STEPS };
  for (let size = 3; size <= Math.min(MOST_ITEMS, among.length); size++) {
    const found: T[][] = [];
    search({ among, from: 0, size, missing: target, chosen: [], found, steps });
    const [oldest] = found;
    if (oldest) return { items: oldest, hasRival: found.length > 1 || steps.left <= 0 };
  }
  return null;
}

function exactPair<T extends Summand>(target: Minor, items: readonly T[]): ExactSum<T> | null {
  const seen = new Map<number, T[]>();
  const found: T[][] = [];
  for (const item of items) {
    for (const other of seen.get(target - item.openMinor) ?? []) {
      found.push([other, item]);
      if (found.length > 1) break;
    }
    if (found.length > 1) break;
    const same = seen.get(item.openMinor);
    if (same) same.push(item);
    else seen.set(item.openMinor, [item]);
  }
  const [pair] = found;
  return pair ? { items: pair, hasRival: found.length > 1 } : null;
}

interface Search<T> {
  readonly among: readonly T[];
  readonly from: number;
  readonly size: number;
  readonly missing: number;
  readonly chosen: readonly T[];
  readonly found: T[][];
  readonly steps: { left: number };
}

/** Collects up to two combinations of exactly `size` items, the oldest first. */
function search<T extends Summand>(at: Search<T>): void {
  const { among, size, missing, chosen, found, steps } = at;
  if (size === 0) {
    if (missing === 0) found.push([...chosen]);
    return;
  }
  for (let from = at.from; from <= among.length - size; from++) {
    if (found.length > 1 || --steps.left <= 0) return;
    const item = among[from];
    if (!item || item.openMinor > missing) continue;
    search({
      ...at,
      from: from + 1,
      size: size - 1,
      missing: missing - item.openMinor,
      chosen: [...chosen, item],
    });
  }
}
