import { type Cut, EVERY_DAY, lensOf, shrink } from './cut';
import { addDelay, noSums, showNothing, weightOf } from './delay-sums';
import { cellOf, type DayNumber, DELAYS, FIRST_DELAY, LAST_DELAY, weekdayOf } from './delays';
import { driftDays } from './drift';
import { groupsOf, type Habits, ORGANIZATION_DAYS, type Payable } from './habits';
import { bell, type Kernel } from './spread';

/** The probabilities that an item is paid by the delays of a cut, rising, at most 1. */
export type PaidBy = (item: Payable, cut: Cut) => number[];

/** Probabilities of the delays from `FIRST_DELAY` to `LAST_DELAY`; they add up to 1. */
export type DelayDistribution = readonly number[];

/** Neighbouring days share what the organization's payments show, and no day is impossible. */
const NEIGHBOURS: Kernel = [0.1, 0.2, 0.4, 0.2, 0.1];
const FLOOR = 1e-5;
/** Payments of the organization that those due on one weekday are weighed against. */
const WEEKDAY_STRENGTH = 200;

/**
 * When items will be paid, by what is in the habits, read on a day: the organization's payments, shrunk from there to those due
 * on the item's weekday, to the customer's, to its groups; moved by how everybody drifts. Without any payment: about the due day.
 */
export function paidByOn(habits: Habits, today: DayNumber): PaidBy {
  const { pooling, customers } = habits;
  const kernel = bell(pooling.spreadDays);
  const shift = driftDays(habits, today);
  const lens = lensOf(kernel, shift);
  const organization = organizationPaidBy(habits, today, { kernel, shift });
  const customerDay = weightOf(today, pooling.customerDays);
  return (item, cut) => {
    const segment = organization[weekdayOf(item.dueOn)];
    // Plain arrays: typed ones of this size are no part of the heap that is collected quickly, and there are a hundred thousand.
    const paidBy: number[] = [];
    for (let i = 0, delay = cut.start; i < cut.count; i += 1, delay += cut.step)
      paidBy.push(delay < FIRST_DELAY ? 0 : (segment?.[cellOf(delay)] ?? 0));
    const own = customers.get(item.customerId);
    if (!own || pooling.customerStrength === Number.POSITIVE_INFINITY) return paidBy;
    shrink(paidBy, own.all, { cut, lens, today: customerDay, strength: pooling.customerStrength });
    for (const { key, days, strength } of groupsOf(item, pooling))
      shrink(paidBy, own.groups.get(key), { cut, lens, today: weightOf(today, days), strength });
    return paidBy;
  };
}

/** The distribution of all delays of an item. */
export function delaysOf(paidBy: PaidBy, item: Payable): DelayDistribution {
  const sums = paidBy(item, EVERY_DAY);
  return sums.map((sum, i) => sum - (i === 0 ? 0 : (sums[i - 1] ?? 0)));
}

/** By weekday of the due day, the organization's probabilities of being paid by every delay. */
function organizationPaidBy(
  { all, byWeekday }: Habits,
  today: DayNumber,
  { kernel, shift }: { readonly kernel: Kernel; readonly shift: number },
): number[][] {
  const day = weightOf(today, ORGANIZATION_DAYS);
  const cut = EVERY_DAY;
  const prior = Array.from({ length: DELAYS }, () => 0);
  const onTime = noSums();
  addDelay(onTime, cellOf(0), day);
  const seen = showNothing(all, day) ? onTime : all;
  shrink(prior, seen, { cut, lens: lensOf(combined(NEIGHBOURS, kernel), shift), today: day, strength: 0 });
  const lens = lensOf(kernel, shift);
  const span = LAST_DELAY - FIRST_DELAY + 1;
  const floored = prior.map((sum, i) => (sum + FLOOR * (i + 1)) / (1 + FLOOR * span));
  return byWeekday.map((sums) => {
    const paidBy = floored.slice();
    shrink(paidBy, sums, { cut, lens, today: day, strength: WEEKDAY_STRENGTH });
    return paidBy;
  });
}

/** Spreading by one kernel after the other. */
function combined(a: Kernel, b: Kernel): Kernel {
  const result = Array.from({ length: a.length + b.length - 1 }, () => 0);
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) result[i + j] = (result[i + j] ?? 0) + x * y;
  return result;
}
