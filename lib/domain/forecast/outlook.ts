import { type DayNumber, LAST_DELAY } from './delays';
import { delaysOf, type PaidBy } from './distribution';
import type { Payable } from './habits';
import { lossAfter, type SettledSoFar } from './loss';
import { delayQuantile, lateProbability, unpaidAfter } from './quantiles';

/** What is to be expected of an open item on a day, by habit. */
export interface Outlook {
  /** The probability of being paid after the due day, given that it is not paid yet; 1 when that has passed. */
  readonly late: number;
  /** The middle of the days on which it may come, and the days by which one in ten and nine in ten have. */
  readonly expectedOn: DayNumber;
  readonly earlyOn: DayNumber;
  readonly lateOn: DayNumber;
  /** The probability that it is never paid. */
  readonly lost: number;
  /** It is later than payments are told apart: the days stand for some day. */
  readonly isBeyond: boolean;
}

/** A day, and how many invoices had been paid and written off by then. */
export interface Standpoint {
  readonly today: DayNumber;
  readonly settled: SettledSoFar;
}

/** Where an item is later than payments are told apart, half of a month ahead stands for some day. */
const SOME_DAY = 14;

/** What is to be expected of an item that is not paid at the close of `today`. */
export function outlookOf(paidBy: PaidBy, item: Payable, { today, settled }: Standpoint): Outlook {
  const delays = delaysOf(paidBy, item);
  const passed = today - item.dueOn;
  const left = unpaidAfter(delays, passed);
  if (!left) {
    const on = today + SOME_DAY;
    return {
      late: 1,
      expectedOn: on,
      earlyOn: on,
      lateOn: on,
      lost: lossAfter(settled, delays.at(-1) ?? 0),
      isBeyond: true,
    };
  }
  const on = (p: number) => item.dueOn + delayQuantile(left.delays, p);
  return {
    late: passed >= 0 ? 1 : lateProbability(left.delays),
    expectedOn: on(0.5),
    earlyOn: on(0.1),
    lateOn: on(0.9),
    lost: lossAfter(settled, left.probability),
    isBeyond: false,
  };
}

/**
 * The same week by week: the probabilities of being paid in each of the weeks after `today`, then later, then never; together 1.
 */
export function weeklyOutlook(
  paidBy: PaidBy,
  item: Payable,
  { today, settled, weeks }: Standpoint & { readonly weeks: number },
): number[] {
  const passed = today - item.dueOn;
  if (passed >= LAST_DELAY) {
    const [before = 0] = paidBy(item, { start: LAST_DELAY - 1, step: 1, count: 1 });
    const lost = lossAfter(settled, Math.max(SMALLEST, 1 - before));
    const someWeek = Math.min(weeks, SOME_DAY / 7 - 1);
    const shares = Array.from({ length: weeks + 1 }, (_, week) => (week === someWeek ? 1 - lost : 0));
    return [...shares, lost];
  }
  const sums = paidBy(item, { start: passed, step: 7, count: weeks + 1 });
  const left = Math.max(SMALLEST, 1 - (sums[0] ?? 0));
  const lost = lossAfter(settled, left);
  const shares: number[] = [];
  for (let week = 0; week < weeks; week += 1)
    shares.push(((1 - lost) * Math.max(0, (sums[week + 1] ?? 0) - (sums[week] ?? 0))) / left);
  shares.push((1 - lost) * Math.max(0, (1 - (sums[weeks] ?? 0)) / left), lost);
  return shares;
}

/** Below this a probability is the rounding of another. */
const SMALLEST = 1e-12;
