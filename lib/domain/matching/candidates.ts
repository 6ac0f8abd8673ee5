import { type Minor, sumOf, toMinor, ZERO } from '../money';
import { exactSum } from './exact-sums';
import type { MatchItem } from './line';
import type { Candidate, How, PayerSign } from './proposal';

/** Whose money it is, and how that is known. */
export interface Source {
  readonly customerId: string;
  readonly payer: PayerSign | null;
}

/**
 * What a payer most probably pays of what is open, oldest first, the own items before those of the family: one item of exactly the
 * amount, all that is due by a day, everything, the sum of a few, else the oldest first.
 */
export function bestOf(amountMinor: Minor, items: readonly MatchItem[], source: Source): Candidate {
  const own = items.filter((item) => item.customerId === source.customerId);
  return (
    exactOf(amountMinor, own, source) ??
    (own.length < items.length ? exactOf(amountMinor, items, source) : null) ??
    oldestOf(amountMinor, own.length > 0 ? own : items, source)
  );
}

/** As `bestOf`, null when nothing is exactly the amount. */
function exactOf(amountMinor: Minor, items: readonly MatchItem[], source: Source): Candidate | null {
  const singles = items.filter((item) => item.openMinor === amountMinor);
  const [single] = singles;
  if (single) return paying([single], source, { how: 'item', hasRival: singles.length > 1 });
  if (items.length > 1 && sumOf(items.map((item) => item.openMinor)) === amountMinor)
    return paying(items, source, { how: 'balance', hasRival: false });
  const due = dueBy(amountMinor, items);
  if (due) return paying(due, source, { how: 'due', hasRival: hasTwin(due, items) });
  const sum = exactSum(amountMinor, items);
  if (!sum) return null;
  const hasRival = sum.hasRival || sum.items.length > MOST_SURE || hasTwin(sum.items, items);
  return paying(sum.items, source, { how: 'sum', hasRival });
}

/** Sums of more items than two come about by chance too often to be sure of one. */
const MOST_SURE = 2;

/** Whether an item that is left out could stand for one that is taken: it has just as much open. */
function hasTwin(taken: readonly MatchItem[], items: readonly MatchItem[]): boolean {
  const amounts = new Set(taken.map((item) => item.openMinor));
  const ids = new Set(taken.map((item) => item.itemId));
  return items.some((item) => amounts.has(item.openMinor) && !ids.has(item.itemId));
}

/** The oldest items first, what they cannot take on the account. */
function oldestOf(amountMinor: Minor, items: readonly MatchItem[], source: Source): Candidate {
  return filling(amountMinor, items, source, items.length > 0 ? 'oldest' : 'account');
}

/** These items one after the other, as far as the money goes. */
export function filling(
  amountMinor: Minor,
  items: readonly MatchItem[],
  source: Source,
  how: How,
): Candidate {
  let left: number = amountMinor;
  const parts = items.flatMap((item) => {
    const amount = Math.min(left, item.openMinor);
    left -= amount;
    return amount > 0 ? [partOf(item, toMinor(amount))] : [];
  });
  return { ...source, how, parts, unappliedMinor: toMinor(left), hasRival: false };
}

/** All that is open of these items. */
export function paying(
  items: readonly MatchItem[],
  source: Source,
  found: Pick<Candidate, 'how' | 'hasRival'>,
): Candidate {
  const parts = items.map((item) => partOf(item, item.openMinor));
  return { ...source, ...found, parts, unappliedMinor: ZERO };
}

/** The items due by some day, when they add up to the amount: two or more, and not all. */
function dueBy(amountMinor: Minor, items: readonly MatchItem[]): MatchItem[] | null {
  let sum = 0;
  for (const [at, item] of items.entries()) {
    sum += item.openMinor;
    if (sum > amountMinor) return null;
    const isLastOfDay = items[at + 1]?.dueOn !== item.dueOn;
    if (sum === amountMinor) return isLastOfDay && at > 0 ? items.slice(0, at + 1) : null;
  }
  return null;
}

function partOf({ itemId, customerId, number, openMinor }: MatchItem, amountMinor: Minor) {
  return { itemId, customerId, number, amountMinor, openMinor };
}
