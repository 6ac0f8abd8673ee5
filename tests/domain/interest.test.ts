import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { type Accrual, interestOn, minorDays } from '@/lib/domain/interest';
import { lateFee } from '@/lib/domain/late-fee';
import { toMinor } from '@/lib/domain/money';
import { GOLDEN } from './golden';
import { holds } from './holds';

const DUE = toPlainDate('2026-03-31');
const accrual = (amount: number, days: number, settled: readonly [number, number][] = []): Accrual => ({
  amountMinor: toMinor(amount),
  settled: settled.map(([after, part]) => ({ effectiveOn: addDays(DUE, after), amountMinor: toMinor(part) })),
  from: DUE,
  to: addDays(DUE, days),
});

test('10,000.00 for 45 days at 10.15 % a year is 125.14', () => {
  const { principal, days, percent, interest } = GOLDEN.lateInterest;
  expect(interestOn(minorDays(accrual(principal, days)), percent)).toBe(interest);
});

test('a part paid on the way counts until the day that it is paid, and one taken back counts again', () => {
  // 1,000.00 for 10 nights, 600.00 for 20, then 1,000.00 again for 5.
  const bounced = accrual(100_000, 35, [
    [10, 40_000],
    [30, -40_000],
  ]);
  expect(minorDays(bounced)).toBe(100_000n * 10n + 60_000n * 20n + 100_000n * 5n);
  expect(interestOn(minorDays(bounced), '12')).toBe(888);
});

test('what is paid by its due day, or settled before the period, bears nothing', () => {
  expect(minorDays(accrual(100_000, 30, [[0, 100_000]]))).toBe(0n);
  expect(minorDays(accrual(100_000, 30, [[-5, 100_000]]))).toBe(0n);
  expect(minorDays(accrual(100_000, 0))).toBe(0n);
  expect(minorDays({ ...accrual(100_000, 5), to: addDays(DUE, -3) })).toBe(0n);
});

test('a leap day is a day, and every year has 365', () => {
  const leap = { ...accrual(36_500, 0), from: toPlainDate('2028-02-28'), to: toPlainDate('2028-03-01') };
  expect(minorDays(leap)).toBe(36_500n * 2n);
  expect(interestOn(36_500n * 366n, '10')).toBe(3_660);
});

test('a late fee is its fixed part and its percentage of what is past due', () => {
  expect(lateFee({ amountMinor: toMinor(1_000), percent: null, days: 10 }, toMinor(5_000))).toBe(1_000);
  expect(lateFee({ amountMinor: toMinor(1_000), percent: '1.5', days: 10 }, toMinor(5_000))).toBe(1_075);
  expect(lateFee({ amountMinor: null, percent: '0.01', days: 0 }, toMinor(5_000))).toBe(1);
  expect(lateFee({ amountMinor: null, percent: null, days: 0 }, toMinor(5_000))).toBe(0);
});

const move = fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: -50_000, max: 50_000 }));
const moves = fc.array(move, { maxLength: 6 });
const length = fc.integer({ min: 0, max: 60 });
/** The open amount night by night: the definition, without winding through changes. */
function nightByNight({ amountMinor, settled, from, to }: Accrual): bigint {
  let sum = 0n;
  for (let night: PlainDate = from; night < to; night = addDays(night, 1)) {
    const taken = settled.filter((each) => each.effectiveOn <= night).map((each) => each.amountMinor);
    sum += BigInt(Math.max(0, amountMinor - taken.reduce((a, b) => a + b, 0)));
  }
  return sum;
}
holds('is what counting night by night gives', [fc.nat(100_000), length, moves], (amount, days, settled) => {
  const period = accrual(amount, days % 12, settled);
  return minorDays(period) === nightByNight(period);
});
holds(
  'charging in two goes counts the same nights as charging once',
  [fc.nat(100_000), length, length, moves],
  (amount, a, b, settled) => {
    const whole = accrual(amount, a + b, settled);
    const middle = addDays(DUE, a);
    return minorDays(whole) === minorDays({ ...whole, to: middle }) + minorDays({ ...whole, from: middle });
  },
);
holds(
  'more days, more money or a higher rate never bear less',
  [fc.nat(1_000_000), fc.nat(400), fc.nat(400), fc.nat(2_000), fc.nat(2_000)],
  (amount, days, more, rate, higher) => {
    const at = (n: number, hundredths: number) =>
      interestOn(minorDays(accrual(amount, n)), (hundredths / 100).toFixed(2));
    return at(days, rate) <= at(days + more, rate) && at(days, rate) <= at(days, rate + higher);
  },
);
