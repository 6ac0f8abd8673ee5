import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { availableDiscount, type DiscountTerms, earnedDiscount, splitDiscount } from '@/lib/domain/discount';
import { toMinor } from '@/lib/domain/money';
import { GOLDEN } from './golden';
import { holds } from './holds';

const UNTIL = toPlainDate('2026-03-11');
const percent = (rate: string): DiscountTerms => ({ percent: rate, amountMinor: null, until: UNTIL });
const flat = (amount: number): DiscountTerms => ({
  percent: null,
  amountMinor: toMinor(amount),
  until: UNTIL,
});
const earned = (terms: DiscountTerms, open: number, paid: number, on = UNTIL) =>
  earnedDiscount(terms, { openMinor: toMinor(open), paidMinor: toMinor(paid), on });
const available = (terms: DiscountTerms | null, open: number, on = UNTIL) =>
  availableDiscount(terms, { openMinor: toMinor(open), on });

describe('2/10 net 30', () => {
  test.each(GOLDEN.discount)('paying $paid of $open settles $settles', ({ open, paid, settles }) => {
    expect(paid + earned(percent('2'), open, paid)).toBe(settles);
  });

  test('counts to its last day inclusive, and from the next day on nothing', () => {
    expect(available(percent('2'), 100_000)).toBe(2_000);
    expect(available(percent('2'), 100_000, addDays(UNTIL, 1))).toBe(0);
    expect(earned(percent('2'), 100_000, 98_000, addDays(UNTIL, 1))).toBe(0);
    expect(available(null, 100_000)).toBe(0);
  });

  test('a rate below one percent is a rate below one percent', () => {
    expect(available(percent('0.1'), 100_000_000)).toBe(100_000);
  });

  test('paying more than the discounted price lowers the discount, and paying all takes it away', () => {
    expect(earned(percent('2'), 100_000, 99_000)).toBe(1_000);
    expect(earned(percent('2'), 100_000, 100_000)).toBe(0);
    expect(earned(percent('2'), 100_000, 120_000)).toBe(0);
  });
});

test('a flat discount is earned only by paying all the rest', () => {
  expect(earned(flat(5_000), 23_600, 18_600)).toBe(5_000);
  expect(earned(flat(5_000), 23_600, 18_599)).toBe(0);
  expect(earned(flat(5_000), 23_600, 23_599)).toBe(1);
  expect(available(flat(5_000), 3_000)).toBe(3_000);
});

test('a discount lowers net and tax in proportion (worked example)', () => {
  const invoice = { amountMinor: toMinor(23_600), taxMinor: toMinor(3_600) };
  expect(splitDiscount(toMinor(5_000), invoice)).toEqual({ netMinor: 4_237, taxMinor: 763 });
  const untaxed = { amountMinor: toMinor(100), taxMinor: toMinor(0) };
  expect(splitDiscount(toMinor(7), untaxed)).toEqual({ netMinor: 7, taxMinor: 0 });
});

const rate = fc.integer({ min: 1, max: 9_999 }).map((n) => (n / 100).toFixed(2));
const amount = fc.integer({ min: 1, max: 1_000_000_000 });
holds('payment and discount never settle more than is open', [rate, amount, amount], (r, open, paid) => {
  const discount = earned(percent(r), open, paid);
  return discount >= 0 && (paid >= open ? discount === 0 : paid + discount <= open);
});
holds('paying the discounted price settles all of it, whatever the rate', [rate, amount], (r, open) => {
  const whole = available(percent(r), open);
  return whole === open || earned(percent(r), open, open - whole) === whole;
});
holds('who pays more never settles less', [rate, amount, amount, amount], (r, open, a, b) => {
  const [less, more] = [Math.min(a, b, open), Math.min(Math.max(a, b), open)];
  return less + earned(percent(r), open, less) <= more + earned(percent(r), open, more);
});
holds('net and tax of a discount add up to it', [amount, amount, amount], (discount, net, tax) => {
  const invoice = { amountMinor: toMinor(net + tax), taxMinor: toMinor(tax) };
  const parts = splitDiscount(toMinor(discount), invoice);
  return parts.netMinor + parts.taxMinor === discount && parts.netMinor >= 0 && parts.taxMinor >= 0;
});
