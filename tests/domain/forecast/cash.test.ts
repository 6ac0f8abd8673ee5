import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { cashForecast } from '@/lib/domain/forecast/cash-forecast';
import { type Chance, sumQuantiles, varianceOf } from '@/lib/domain/forecast/cash-sum';
import { type BookDebit, claimDebits } from '@/lib/domain/forecast/claimed';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { paidByOn } from '@/lib/domain/forecast/distribution';
import { learnLoss } from '@/lib/domain/forecast/habits';
import { lossAfter, lossRate } from '@/lib/domain/forecast/loss';
import { outlookOf, weeklyOutlook } from '@/lib/domain/forecast/outlook';
import { sumOf, toMinor } from '@/lib/domain/money';
import {
  anyPooling,
  habitsOf,
  holdsOften,
  poolingOf,
  settled,
  someItem,
  somePayments,
  TODAY,
} from './payments';

const EPOCH = toPlainDate('1970-01-01');
const NO_ERROR = { week: 0, total: 0 };
const someDay = fc.integer({ min: -20, max: 80 }).map((days) => addDays(EPOCH, TODAY + days));

const someDebits = fc
  .array(fc.tuple(someItem, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 100 })), {
    maxLength: 25,
  })
  .map((list) =>
    list.map(([item, document, percent], i): BookDebit => {
      const openMinor = toMinor(Math.ceil((item.amountMinor * percent) / 100));
      return { ...item, itemId: `${i}`, documentId: `d${document}`, openMinor };
    }),
  );

const someClaims = fc.record({
  disputes: fc.array(
    fc.record({
      documentId: fc.constantFrom('d1', 'd2', 'gone'),
      amountMinor: fc.integer({ min: 1, max: 5_000_000 }).map(toMinor),
    }),
    { maxLength: 4 },
  ),
  promises: fc.array(
    fc.record({
      customerId: fc.constantFrom('a', 'b'),
      documentId: fc.constantFrom('d1', 'd3', null),
      promisedFor: someDay,
      restMinor: fc.integer({ min: 1, max: 5_000_000 }).map(toMinor),
    }),
    { maxLength: 4 },
  ),
});

test('weeks, later, loss and what is left out add up to what is open, to the minor unit, and ranges are in order', () => {
  const input = [anyPooling, somePayments, someDebits, someClaims, fc.integer({ min: 1, max: 12 })] as const;
  holdsOften(
    fc.property(...input, (pooling, payments, debits, claims, weeks) => {
      const habits = habitsOf(payments, pooling);
      const horizon = { today: TODAY, weeks, settled: habits };
      const error = { week: 0.2, total: 0.1 };
      const claimed = claimDebits(debits, claims);
      const found = cashForecast(claimed, paidByOn(habits, TODAY), { horizon, error });
      expect(found.weeks).toHaveLength(weeks);
      const parts = [...found.weeks.map((week) => week.expectedMinor), found.laterMinor, found.lostMinor];
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      expect(sumOf([...parts, found.disputedMinor])).toBe(sumOf(debits.map((debit) => debit.openMinor)));
      expect(sumOf(found.weeks.slice(0, 4).map((week) => week.expectedMinor))).toBe(
        found.total.expectedMinor,
      );
      const most = found.openMinor - found.disputedMinor;
      for (const { p10Minor, p50Minor, p90Minor } of [...found.weeks, found.total])
        expect(0 <= p10Minor && p10Minor <= p50Minor && p50Minor <= p90Minor && p90Minor <= most).toBe(true);
    }),
  );
});

test('what is contested, promised and free of a debit is what is open of it', () => {
  holdsOften(
    fc.property(someDebits, someClaims, (debits, claims) => {
      for (const [i, debit] of claimDebits(debits, claims).entries()) {
        const promised = debit.promised.map((part) => part.amountMinor);
        expect(sumOf([debit.disputedMinor, debit.freeMinor, ...promised])).toBe(debits[i]?.openMinor);
        expect(Math.min(debit.freeMinor, debit.disputedMinor)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a promise moves its amount to its day, a contested amount is left out, and only the rest goes by habit', () => {
  const book = { customerId: 'a', dueOn: TODAY - 5, amountMinor: 100_000, documentId: 'd1', itemId: 'i1' };
  const debits = claimDebits([{ ...book, openMinor: toMinor(100_000) }], {
    disputes: [{ documentId: 'd1', amountMinor: toMinor(30_000) }],
    promises: [
      {
        customerId: 'a',
        documentId: 'd1',
        promisedFor: addDays(EPOCH, TODAY + 17),
        restMinor: toMinor(90_000),
      },
    ],
  });
  const habits = habitsOf([], poolingOf('customer'));
  const horizon = { today: TODAY, weeks: 4, settled: habits };
  const found = cashForecast(debits, paidByOn(habits, TODAY), { horizon, error: NO_ERROR });
  expect(found).toMatchObject({ disputedMinor: 30_000, laterMinor: 0, lostMinor: 0, openMinor: 100_000 });
  expect(found.weeks.map((week) => [week.p10Minor, week.expectedMinor, week.p90Minor])).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [70_000, 70_000, 70_000],
    [0, 0, 0],
  ]);
});

test('week by week is day by day, in weeks', () => {
  holdsOften(
    fc.property(anyPooling, somePayments, someItem, (pooling, payments, item) => {
      const habits = habitsOf(payments, pooling);
      const paidBy = paidByOn(habits, TODAY);
      const at = { today: TODAY, settled: habits, weeks: 5 };
      const shares = weeklyOutlook(paidBy, item, at);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 8);
      const outlook = outlookOf(paidBy, item, at);
      expect(shares.at(-1)).toBeCloseTo(outlook.lost, 6);
      expect(outlook.earlyOn > TODAY && outlook.earlyOn <= outlook.expectedOn).toBe(true);
      expect(outlook.expectedOn <= outlook.lateOn && outlook.late >= 0 && outlook.late <= 1).toBe(true);
      let until = 0;
      for (const [week, share] of shares.slice(0, 5).entries()) {
        const before = until;
        until += share / (1 - outlook.lost);
        const inWeek = Math.floor((outlook.expectedOn - TODAY - 1) / 7) === week;
        if (inWeek) expect(before - 1e-6 <= 0.5 && until + 1e-6 >= 0.5).toBe(true);
      }
    }),
  );
});

test('the longer an invoice waits beyond its habit, the likelier it is lost', () => {
  const habits = habitsOf(
    Array.from({ length: 50 }, (_, i) => settled('a', TODAY - 400 + 7 * i, i % 9)),
    poolingOf('customer'),
  );
  learnLoss(habits, 1);
  expect(lossRate(habits)).toBeCloseTo(2 / 251, 10);
  const lost = [-14, 0, 7, 14, 28, 91, 112, 126, 497].map((passed) => {
    const item = { customerId: 'a', dueOn: TODAY - passed, amountMinor: 100 };
    return outlookOf(paidByOn(habits, TODAY), item, { today: TODAY, settled: habits }).lost;
  });
  for (const [i, p] of lost.entries()) if (i > 0) expect(p).toBeGreaterThanOrEqual(lost[i - 1] ?? 1);
  expect(lost[0]).toBeCloseTo(lossRate(habits), 3);
  expect(lost.at(-1)).toBeGreaterThan(0.9);
  expect(lossAfter(habits, 1)).toBeCloseTo(lossRate(habits), 12);
});

test('waiting tells nothing of a business that nobody has paid yet, and more the more have', () => {
  const lost = [0, 1, 3, 10, 100].map((count) => {
    const habits = habitsOf(
      Array.from({ length: count }, (_, i) => settled('a', TODAY - 300 + (i % 200), 0)),
      poolingOf('customer'),
    );
    const item = { customerId: 'b', dueOn: TODAY - 72, amountMinor: 100 };
    const at = { today: TODAY, settled: habits, weeks: 4 };
    const { lost: whole } = outlookOf(paidByOn(habits, TODAY), item, at);
    expect(weeklyOutlook(paidByOn(habits, TODAY), item, at).at(-1)).toBeCloseTo(whole, 6);
    return whole;
  });
  expect(lost[0]).toBeCloseTo(1 / 200, 10);
  expect(lost[1]).toBeLessThan(0.03);
  expect(lost[2]).toBeLessThan(0.1);
  for (const [i, p] of lost.entries()) if (i > 0) expect(p).toBeGreaterThan(lost[i - 1] ?? 1);
  expect(lost.at(-1)).toBeGreaterThan(0.8);
});

/** The same chances, as sums of many of them are asked for. */
const asColumns = (chances: readonly Chance[]) => ({
  amounts: Float64Array.from(chances, ({ amount }) => amount),
  probabilities: Float64Array.from(chances, ({ probability }) => probability),
});

const someChances = fc.array(
  fc.record({
    amount: fc.integer({ min: 1, max: 1_000 }),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 10 },
);

test('quantiles of a sum are those of all its outcomes, to two steps of the grid', () => {
  holdsOften(
    fc.property(someChances, fc.constantFrom(0.1, 0.5, 0.9), (chances, p) => {
      const all = chances.reduce((sum, { amount }) => sum + amount, 0);
      const [found = -1] = sumQuantiles(asColumns(chances), 0, [p]);
      // A step of chance to either side: where the distribution jumps, a hair decides.
      const [low, high] = [exactQuantile(chances, p - 0.02), exactQuantile(chances, p + 0.02)];
      const grid = chances.length * (all / 400);
      expect(found).toBeGreaterThanOrEqual(low - grid - 1e-6);
      expect(found).toBeLessThanOrEqual(high + grid + 1e-6);
    }),
  );
});

test('of many small chances it is the normal distribution, and what moves all of them widens it', () => {
  const chances: Chance[] = Array.from({ length: 5_000 }, (_, i) => ({
    amount: 90 + (i % 20),
    probability: 0.3,
  }));
  const mean = chances.reduce((sum, { amount, probability }) => sum + amount * probability, 0);
  const deviation = Math.sqrt(chances.reduce((sum, chance) => sum + varianceOf(chance), 0));
  const [p10 = 0, p50 = 0, p90 = 0] = sumQuantiles(asColumns(chances), 0, [0.1, 0.5, 0.9]);
  expect(p50 / mean).toBeCloseTo(1, 3);
  expect((p90 - p50) / deviation).toBeCloseTo(1.2816, 1);
  expect((p50 - p10) / deviation).toBeCloseTo(1.2816, 1);
  const [wide = 0] = sumQuantiles(asColumns(chances), 0.1 * mean, [0.9]);
  expect((wide - mean) / Math.hypot(deviation, 0.1 * mean)).toBeCloseTo(1.2816, 1);
});

test('the range of a sum is narrower than the sum of ranges', () => {
  const habits = habitsOf(
    Array.from({ length: 80 }, (_, i) => settled('a', TODAY - 300 + 3 * i, (i * 7) % 30)),
    poolingOf('customer'),
  );
  const debits = Array.from({ length: 40 }, (_, i): BookDebit => {
    const openMinor = toMinor(10_000 + i);
    return {
      customerId: 'a',
      dueOn: TODAY - 10 + i,
      amountMinor: openMinor,
      openMinor,
      itemId: `${i}`,
      documentId: `${i}`,
    };
  });
  const horizon = { today: TODAY, weeks: 4, settled: habits };
  const found = cashForecast(claimDebits(debits, { disputes: [], promises: [] }), paidByOn(habits, TODAY), {
    horizon,
    error: NO_ERROR,
  });
  const widths = found.weeks.map((week) => week.p90Minor - week.p10Minor);
  expect(found.total.p90Minor - found.total.p10Minor).toBeLessThan(widths.reduce((a, b) => a + b, 0));
  expect(dayNumber(EPOCH)).toBe(0);
});

/** The lowest sum not exceeded with probability `p`, of every combination of outcomes. */
function exactQuantile(chances: readonly Chance[], p: number): number {
  let outcomes = [{ sum: 0, mass: 1 }];
  for (const { amount, probability } of chances)
    outcomes = outcomes.flatMap(({ sum, mass }) => [
      { sum, mass: mass * (1 - probability) },
      { sum: sum + amount, mass: mass * probability },
    ]);
  let total = 0;
  for (const { sum, mass } of outcomes.toSorted((a, b) => a.sum - b.sum)) {
    total += mass;
    if (total >= p - 1e-12 && total > 1e-15) return sum;
  }
  return chances.reduce((sum, { amount }) => sum + amount, 0);
}
