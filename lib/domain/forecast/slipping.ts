import type { DayNumber } from './delays';
import { LATELY_DAYS } from './drift';
import type { Observation } from './past-forecasts';

/** How a customer pays lately beside how it did before, in whole days after the due day; below 0 is early. */
export interface Slipping {
  /** The middle of the payments of the last 90 days, and of those before, up to 500 days ago. */
  readonly latelyDays: number;
  readonly beforeDays: number;
  /** The last payments, newest first. */
  readonly last: readonly number[];
  /** Of `recentCount` recent payments, those that came later than nine in ten of the `earlierCount` before. */
  readonly laterCount: number;
  readonly recentCount: number;
  readonly earlierCount: number;
}

/** Days that are looked back over, those that are lately included. */
export const BEFORE_DAYS = 500;
/** Fewer payments than these tell of no change; days by which the middle must have moved; and how many must have. */
const RECENT = 3;
const EARLIER = 5;
const NOTABLE_DAYS = 5;
const MOST = 0.5;
const TOLD = 5;

/**
 * Whether a customer leaves its own habit: the middle of its recent payments is at least five days later than of those before, and
 * at least half of them came later than nine in ten did. Null when it does not, or too few payments tell.
 */
export function slippingOf(payments: readonly Observation[], today: DayNumber): Slipping | null {
  const paid = standing(payments).toSorted((a, b) => b.paidOn - a.paidOn);
  const delays = (from: number, to: number) =>
    paid
      .filter(({ paidOn }) => today - paidOn >= from && today - paidOn < to)
      .map(({ paidOn, dueOn }) => paidOn - dueOn);
  const [recent, earlier] = [delays(0, LATELY_DAYS), delays(LATELY_DAYS, BEFORE_DAYS)];
  if (recent.length < RECENT || earlier.length < EARLIER) return null;
  const [latelyDays, beforeDays] = [quantile(recent, 0.5), quantile(earlier, 0.5)];
  const usualLimit = quantile(earlier, 0.9);
  const laterCount = recent.filter((delay) => delay > usualLimit).length;
  if (latelyDays - beforeDays < NOTABLE_DAYS || laterCount < MOST * recent.length) return null;
  const counts = { laterCount, recentCount: recent.length, earlierCount: earlier.length };
  return { latelyDays, beforeDays, last: recent.slice(0, TOLD), ...counts };
}

/** Payments that were not taken back, each once however many parts of an invoice it settled. */
function standing(payments: readonly Observation[]): Pick<Observation, 'dueOn' | 'paidOn'>[] {
  const sums = new Map<string, { dueOn: DayNumber; paidOn: DayNumber; share: number }>();
  for (const { dueOn, paidOn, amountMinor, share, isLoss } of payments) {
    if (isLoss) continue;
    const key = `${dueOn} ${paidOn} ${amountMinor}`;
    const sum = sums.get(key) ?? { dueOn, paidOn, share: 0 };
    sums.set(key, sum);
    sum.share += share;
  }
  return [...sums.values()].filter(({ share }) => share > ROUNDING);
}

/** Shares that were taken out again leave no more than this. */
const ROUNDING = 1e-9;

/** The smallest value with at least the part `p` of all at or below it. */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(p * sorted.length) - 1] ?? 0;
}
