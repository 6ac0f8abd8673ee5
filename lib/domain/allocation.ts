import type { PlainDate } from './dates';
import { type Minor, toMinor, ZERO } from './money';

/** What a receipt can be applied to: an open debit item of one customer and currency. */
export interface OpenDebit {
  readonly itemId: string;
  readonly number: string;
  readonly dueOn: PlainDate;
  /** What is still open, above 0. */
  readonly openMinor: Minor;
}

/** "This much of the receipt settles this much of that item." */
export interface Part {
  readonly itemId: string;
  readonly amountMinor: Minor;
}

/** A proposed application of one receipt. Parts plus `unappliedMinor` always equal the receipt. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly unappliedMinor: Minor;
}

/** Combinations are looked for among this many oldest items at most. */
const EXACT_ITEMS = 20;
/** Bound on the search for a combination, in place of a clock: about 50 ms. */
const EXACT_STEPS = 400_000;

/**
 * Applies a receipt to the oldest due item first, ties by number, then id; what no item can take stays unapplied.
 * The result depends on the arguments alone, whatever order the items come in.
 */
export function oldestFirst(receiptMinor: Minor, items: readonly OpenDebit[]): Plan {
  const parts: Part[] = [];
  let left: number = receiptMinor;
  for (const item of items.toSorted(byDueDay)) {
    const amount = Math.min(left, item.openMinor);
    if (amount <= 0) continue;
    parts.push({ itemId: item.itemId, amountMinor: toMinor(amount) });
    left -= amount;
  }
  return { parts, unappliedMinor: toMinor(left) };
}

/**
 * The one item, or else the combination of at most 20 of the oldest items, that the receipt pays to the cent;
 * null when there is none or the search grows too long. Among several, the one with the oldest items.
 */
export function exactMatch(receiptMinor: Minor, items: readonly OpenDebit[]): Plan | null {
  const sorted = items.toSorted(byDueDay);
  const single = sorted.find((item) => item.openMinor === receiptMinor);
  const chosen = single ? [single] : combination(receiptMinor, sorted.slice(0, EXACT_ITEMS));
  return (
    chosen && {
      parts: chosen.map(({ itemId, openMinor }) => ({ itemId, amountMinor: openMinor })),
      unappliedMinor: ZERO,
    }
  );
}

/** What a receipt most probably pays: an exact match when there is one, else the oldest due first. */
export function proposal(receiptMinor: Minor, items: readonly OpenDebit[]): Plan {
  return exactMatch(receiptMinor, items) ?? oldestFirst(receiptMinor, items);
}

function combination(target: Minor, items: readonly OpenDebit[]): OpenDebit[] | null {
  const rest = items.reduceRight<number[]>((sums, item) => [item.openMinor + (sums[0] ?? 0), ...sums], []);
  const chosen: OpenDebit[] = [];
  let steps = 0;
  const search = (from: number, missing: number): boolean => {
    if (missing === 0) return true;
    if (missing < 0 || missing > (rest[from] ?? 0) || ++steps > EXACT_STEPS) return false;
    const item = items[from];
    if (!item) return false;
    chosen.push(item);
    if (search(from + 1, missing - item.openMinor)) return true;
    chosen.pop();
    return search(from + 1, missing);
  };
  return target > 0 && search(0, target) ? chosen : null;
}

function byDueDay(a: OpenDebit, b: OpenDebit): number {
  return compare(a.dueOn, b.dueOn) || compare(a.number, b.number) || compare(a.itemId, b.itemId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A credit that parts can be drawn from, above 0. */
export interface Source {
  readonly creditItemId: string;
  readonly leftMinor: Minor;
}

/** "This much of that source goes to that item." */
export interface Draw {
  readonly creditItemId: string;
  readonly debitItemId: string;
  readonly amountMinor: Minor;
}

/** Covers parts from sources, both in the order given. `missingMinor` is what the sources could not cover, 0 when all is. */
export function drawFrom(
  sources: readonly Source[],
  parts: readonly Part[],
): { draws: readonly Draw[]; missingMinor: Minor } {
  const draws: Draw[] = [];
  const left = sources.map((source) => ({ ...source, leftMinor: Number(source.leftMinor) }));
  let missing = 0;
  for (const part of parts) {
    let open: number = part.amountMinor;
    for (const source of left) {
      const amount = Math.min(open, source.leftMinor);
      if (amount <= 0) continue;
      draws.push({
        creditItemId: source.creditItemId,
        debitItemId: part.itemId,
        amountMinor: toMinor(amount),
      });
      source.leftMinor -= amount;
      open -= amount;
    }
    missing += open;
  }
  return { draws, missingMinor: toMinor(missing) };
}
