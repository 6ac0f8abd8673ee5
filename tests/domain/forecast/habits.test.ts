import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { weightOf } from '@/lib/domain/forecast/delay-sums';
import { cellOf, dayNumber, monthDayOf, weekdayOf } from '@/lib/domain/forecast/delays';
import { driftDays } from '@/lib/domain/forecast/drift';
import { learn } from '@/lib/domain/forecast/habits';
import { delayQuantile, lateProbability, unpaidAfter } from '@/lib/domain/forecast/quantiles';
import { reasonFor } from '@/lib/domain/forecast/reason';
import {
  anyPooling,
  delaysAt,
  habitsOf,
  holdsOften,
  poolingOf,
  settled,
  someItem,
  somePayments,
  TODAY,
} from './payments';

const customer = poolingOf('customer');
const item = (customerId: string, dueOn = TODAY + 10) => ({ customerId, dueOn, amountMinor: 10_000 });
const many = (customerId: string, delay: number, count: number) =>
  Array.from({ length: count }, (_, i) => settled(customerId, TODAY - delay - 7 - 7 * i, delay));

test('days have the weekday and the day of the month that the calendar gives them', () => {
  const day = dayNumber(toPlainDate('2026-11-27'));
  expect([weekdayOf(day), monthDayOf(day), weekdayOf(day + 2), monthDayOf(day + 4)]).toEqual([5, 27, 0, 1]);
  expect([cellOf(-400), cellOf(-40), cellOf(0), cellOf(120), cellOf(999)]).toEqual([0, 0, 40, 160, 160]);
});

test('without any payment an item is expected about its due day', () => {
  holdsOften(
    fc.property(anyPooling, someItem, (pooling, some) => {
      const delays = delaysAt(habitsOf([], pooling), some);
      expect(delayQuantile(delays, 0.5)).toBe(0);
      expect(lateProbability(delays)).toBeLessThan(0.5);
    }),
  );
});

test('a customer without payments is expected to pay as the organization is paid, whatever the pooling', () => {
  holdsOften(
    fc.property(anyPooling, somePayments, someItem, (pooling, payments, some) => {
      const habits = habitsOf(payments, pooling);
      const everybody = { ...habits, pooling: { ...pooling, customerStrength: Number.POSITIVE_INFINITY } };
      const newcomer = { ...some, customerId: 'new' };
      expect([...delaysAt(habits, newcomer)]).toEqual([...delaysAt(everybody, newcomer)]);
    }),
  );
});

test('the more a customer paid, the more its own habit counts', () => {
  const others = many('b', 0, 50);
  const late = [0, 1, 3, 10, 40].map((count) =>
    lateProbability(delaysAt(habitsOf([...others, ...many('a', 20, count)], customer), item('a'))),
  );
  for (const [i, probability] of late.entries())
    if (i > 0) expect(probability).toBeGreaterThan(late[i - 1] ?? 1);
  expect(late[0]).toBeLessThan(0.4);
  expect(late.at(-1)).toBeGreaterThan(0.9);
});

test('what was paid long ago fades: to a third in the days that are given, and new habits take over', () => {
  expect(weightOf(TODAY, 120) / weightOf(TODAY - 120, 120)).toBeCloseTo(Math.E, 10);
  expect(weightOf(TODAY, Number.POSITIVE_INFINITY)).toBe(1);
  expect(() => weightOf(TODAY, 30)).toThrow(RangeError);
  for (const day of ['1900-01-01', '2199-12-31'])
    for (const days of [90, 120, 500]) {
      const weight = weightOf(dayNumber(toPlainDate(day)), days);
      expect(weight > 0 && weight < Number.POSITIVE_INFINITY).toBe(true);
    }
  const old = Array.from({ length: 20 }, (_, i) => settled('a', TODAY - 900 - 7 * i, 30));
  const recent = Array.from({ length: 5 }, (_, i) => settled('a', TODAY - 10 - 7 * i, 0));
  expect(delayQuantile(delaysAt(habitsOf([...old, ...recent], customer), item('a')), 0.5)).toBe(0);
  expect(delayQuantile(delaysAt(habitsOf(old, customer), item('a')), 0.5)).toBe(30);
});

test('probabilities are none below 0 and add up to 1, and quantiles rise', () => {
  holdsOften(
    fc.property(anyPooling, somePayments, someItem, (pooling, payments, some) => {
      const delays = delaysAt(habitsOf(payments, pooling), some);
      expect(delays.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(Math.min(...delays)).toBeGreaterThan(-1e-12);
      const quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map((p) => delayQuantile(delays, p));
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
      const left = unpaidAfter(delays, 5);
      expect(left?.delays.slice(0, cellOf(6)).every((mass) => mass === 0)).toBe(true);
      expect(left?.delays.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
    }),
  );
});

test('the order of payments does not matter, and one taken out again leaves what was there before', () => {
  holdsOften(
    fc.property(anyPooling, somePayments, somePayments, someItem, (pooling, payments, more, some) => {
      const before = habitsOf(payments, pooling);
      const after = habitsOf([...more, ...payments].toReversed(), pooling);
      for (const payment of more) learn(after, { ...payment, share: -payment.share });
      const [a, b] = [delaysAt(before, some), delaysAt(after, some)];
      for (let i = 0; i < a.length; i += 1) expect(b[i]).toBeCloseTo(a[i] ?? 0, 9);
    }),
  );
});

test('payers that keep to a day of the week or of the month are known by it where the pooling looks at it', () => {
  const friday = (back: number) => TODAY - ((TODAY - 1) % 7) - 7 * back;
  expect(weekdayOf(friday(0))).toBe(5);
  const payments = Array.from({ length: 60 }, (_, i) => [
    settled('a', friday(i + 2), 12),
    settled('a', friday(i + 2) + 2, 2),
    settled('a', friday(i + 2) + 3, 2),
  ]).flat();
  const median = (dueOn: number) =>
    delayQuantile(delaysAt(habitsOf(payments, customer), item('a', dueOn)), 0.5);
  expect([median(friday(-2)), median(friday(-2) + 2)]).toEqual([12, 2]);
  const habits = habitsOf(payments, customer);
  expect(reasonFor(habits, item('a', friday(-2)), TODAY)).toBe(
    'usually 2 days late, later when due on Fridays',
  );
  expect(reasonFor(habits, item('a', friday(-2) + 2), TODAY)).toBe('usually 2 days late');
  expect(reasonFor(habits, item('new'), TODAY)).toBe('as customers usually pay: 2 days late');
  const few = habitsOf([...payments, settled('b', TODAY - 50, 37), settled('b', TODAY - 60, 37)], customer);
  expect(reasonFor(few, item('b'), TODAY)).toBe(
    'lately 37 days late in a few payments; customers usually pay 2 days late',
  );
  expect(reasonFor(habitsOf([], customer), item('new'), TODAY)).toBe(
    'too few payments to tell: about the due day',
  );
});

test('when everybody pays later than they used to, everybody is expected to, also who did not pay lately', () => {
  const usual = ['a', 'b'].flatMap((id) =>
    Array.from({ length: 60 }, (_, i) => settled(id, TODAY - 800 + 7 * i, 10)),
  );
  const lately = Array.from({ length: 120 }, (_, i) => settled('b', TODAY - 30 - (i % 30), 16));
  const habits = habitsOf([...usual, ...lately], customer);
  const drift = driftDays(habits, TODAY);
  expect(drift).toBeGreaterThanOrEqual(1);
  expect(driftDays(habitsOf(usual, customer), TODAY)).toBe(0);
  expect(delayQuantile(delaysAt(habits, item('a')), 0.5)).toBeGreaterThan(10);
});
