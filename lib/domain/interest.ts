import type { PlainDate } from './dates';
import { daysBetween } from './dates';
import { type Minor, scale, toMinor } from './money';

/** What became of an amount: from this day on it is smaller by so much, or larger when below 0. */
export interface Settling {
  readonly effectiveOn: PlainDate;
  readonly amountMinor: Minor;
}

/** Something owed, and the nights that count: from the close of `from` to the morning of `to`. */
export interface Accrual {
  readonly amountMinor: Minor;
  readonly settled: readonly Settling[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * What was open at the close of each night of a period, added up: money times days, exact. Nothing for a period that is over
 * before it begins. A night with nothing open adds nothing.
 */
export function minorDays({ amountMinor, settled, from, to }: Accrual): bigint {
  let sum = 0n;
  const days = [...new Set(settled.map((each) => each.effectiveOn))].filter((day) => day > from && day < to);
  const bounds = [from, ...days.toSorted(), to];
  for (const [at, start] of bounds.entries()) {
    const end = bounds[at + 1];
    if (!end || end <= start) continue;
    const taken = settled.reduce((a, each) => (each.effectiveOn <= start ? a + each.amountMinor : a), 0);
    sum += BigInt(Math.max(0, amountMinor - taken)) * BigInt(daysBetween(start, end));
  }
  return sum;
}

/**
 * Simple interest on money times days, actual / 365: 10,000.00 for 45 days at 10.15 % a year is 125.14. Rounded once, half away
 * from zero. `percent` a year is an exact decimal as text.
 * @throws RangeError when it is more than can be exact.
 */
export function interestOn(sum: bigint, percent: string): Minor {
  const fraction = percent.split('.')[1] ?? '';
  const rate = BigInt(percent.replace('.', ''));
  return scale(toMinor(1), sum * rate, 365n * 100n * 10n ** BigInt(fraction.length));
}
