import { daysBetween, type PlainDate } from './dates';
import { type Minor, toMinor } from './money';

/** Last day past due of every bucket but the last: the default of domain law, 0 / 30 / 60 / 90 / 120. */
export const DEFAULT_BOUNDS: readonly number[] = [0, 30, 60, 90, 120];

/** What age is counted from: the due day (default), or the day on the document. */
export type AgingBasis = 'due' | 'invoice';

/** Days past due: whole days from `from` to `asOf`, negative before it. Due today is 0. */
export function daysPastDue(from: PlainDate, asOf: PlainDate): number {
  return daysBetween(from, asOf);
}

/**
 * Index of the bucket that holds `days`, 0 = Current: the number of bounds that `days` is beyond. Rising
 * bounds therefore partition all integers, without a hole or an overlap. Its SQL twin is `width_bucket` over `thresholds`.
 */
export function bucketOf(days: number, bounds: readonly number[] = DEFAULT_BOUNDS): number {
  let index = 0;
  for (const bound of bounds) if (days > bound) index += 1;
  return index;
}

/** First day past due of every bucket after the first: what Postgres `width_bucket` compares with. */
export function thresholds(bounds: readonly number[]): number[] {
  return bounds.map((bound) => bound + 1);
}

/** Names of the buckets in order, one more than there are bounds: "Current", "1–30", …, "120+". */
export function bucketLabels(bounds: readonly number[] = DEFAULT_BOUNDS, dash = '–'): string[] {
  const [first = 0] = bounds;
  const last = bounds.at(-1) ?? 0;
  const between = bounds.slice(1).map((bound, i) => `${(bounds[i] ?? 0) + 1}${dash}${bound}`);
  return [first === 0 ? 'Current' : `Up to ${first}`, ...between, `${last}+`];
}

/** Whether a list can bound buckets: 1 to 11 whole numbers, each above the one before, from -999 to 9,999. */
export function areBounds(bounds: readonly number[]): boolean {
  const rises = bounds.every((b, i) => i === 0 || b > (bounds[i - 1] ?? b));
  const inRange = bounds.every((b) => Number.isInteger(b) && b >= -999 && b <= 9_999);
  return bounds.length >= 1 && bounds.length <= 11 && rises && inRange;
}

/**
 * The buckets of a customer with its credits (0 or below) taken off the oldest bucket first. What credits are left when nothing is
 * owed any more is in none of them.
 */
export function netOldestFirst(bucketsMinor: readonly Minor[], creditsMinor: Minor): Minor[] {
  let left: number = -creditsMinor;
  const net = bucketsMinor.toReversed().map((amount) => {
    const taken = Math.min(amount, left);
    left -= taken;
    return toMinor(amount - taken);
  });
  return net.toReversed();
}
