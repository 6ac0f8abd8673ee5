import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backtest, missedShare, originsBefore } from '@/lib/domain/forecast/backtest';
import { noHabits } from '@/lib/domain/forecast/habits';
import { type Past, type PastDebit, pastForecasts } from '@/lib/domain/forecast/past-forecasts';
import { toMinor } from '@/lib/domain/money';
import { holdsOften, poolingOf, TODAY } from './payments';

interface Life {
  readonly customerId: string;
  readonly raisedOn: number;
  /** Days from raising to payment; null while it is not paid. */
  readonly takes: number | null;
  readonly amountMinor: number;
}

/** The past that lives of invoices make, each due 30 days after it was raised. */
function pastOf(lives: readonly Life[], today = TODAY): Past {
  const debits: PastDebit[] = [];
  const observations: Past['observations'][number][] = [];
  for (const { customerId, raisedOn, takes, amountMinor } of lives) {
    const paidOn = takes === null ? Number.POSITIVE_INFINITY : raisedOn + takes;
    const item = { customerId, dueOn: raisedOn + 30, amountMinor };
    const isPaid = paidOn <= today;
    const amount = toMinor(amountMinor);
    debits.push({
      ...item,
      raisedOn,
      openMinor: isPaid ? toMinor(0) : amount,
      movements: isPaid ? [{ on: paidOn, amountMinor: amount, isPayment: true }] : [],
    });
    if (isPaid) observations.push({ ...item, paidOn, share: 1, countsFrom: paidOn, isLoss: false });
  }
  observations.sort((a, b) => a.countsFrom - b.countsFrom);
  return { habitsBefore: noHabits, observations, debits, today };
}

const someLives = fc.array(
  fc.record({
    customerId: fc.constantFrom('a', 'b'),
    raisedOn: fc.integer({ min: TODAY - 300, max: TODAY }),
    takes: fc.option(fc.integer({ min: 0, max: 120 })),
    amountMinor: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  { maxLength: 40 },
);

test('a past forecast is the one that was made then: what came later does not change it', () => {
  holdsOften(
    fc.property(someLives, fc.integer({ min: 1, max: 80 }), (lives, back) => {
      const origin = TODAY - back;
      const asked = { pooling: poolingOf('customer'), weeks: 1 };
      const then = pastOf(
        lives.filter(({ raisedOn }) => raisedOn <= origin),
        origin,
      );
      const forecasts = (past: Past) => pastForecasts({ ...past, today: origin + 7 }, [origin], asked);
      const [now] = forecasts(pastOf(lives));
      const [made] = forecasts(then);
      expect(now?.weeks[0]?.forecast).toBeCloseTo(made?.weeks[0]?.forecast ?? -1, 3);
      expect(now?.weeks[0]?.due).toBe(made?.weeks[0]?.due);
    }),
  );
});

test('twelve weeks are looked back on, the first week of each is over, and what came is what payments brought', () => {
  const origins = originsBefore(TODAY);
  expect([origins.length, origins[0], origins.at(-1)]).toEqual([12, TODAY - 84, TODAY - 7]);
  const past = pastOf([
    { customerId: 'a', raisedOn: TODAY - 30, takes: 27, amountMinor: 700 },
    { customerId: 'a', raisedOn: TODAY - 9, takes: 4, amountMinor: 50 },
    { customerId: 'b', raisedOn: TODAY - 5, takes: 1, amountMinor: 9_000 },
  ]);
  const { forecasts } = backtest(past);
  expect(forecasts.map(({ weeks }) => weeks.length)).toEqual([4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 2, 1]);
  expect(forecasts.map(({ total }) => total !== null)).toEqual([...Array(9).fill(true), false, false, false]);
  // The last invoice was not open when the last forecast was made.
  expect(forecasts.at(-1)?.weeks[0]).toMatchObject({ actual: 750, due: 700 });
  expect(forecasts.at(-3)?.weeks.map(({ actual }) => actual)).toEqual([0, 0, 700]);
});

test('the pooling is the one that missed least: of customers with habits of their own, a finer one than everybody', () => {
  const lives = Array.from({ length: 60 }, (_, i) =>
    [5, 30, 60].map((takes, c) => ({
      customerId: `${c}`,
      raisedOn: TODAY - 420 + 7 * i,
      takes,
      amountMinor: 1_000 * (1 + c),
    })),
  ).flat();
  const { pooling, forecasts } = backtest(pastOf(lives));
  expect(pooling.name).not.toBe('organization');
  const share = missedShare(forecasts.flatMap(({ weeks }) => weeks.slice(0, 1)));
  expect(share?.byHabit).toBeLessThan(0.15);
  expect(share?.byHabit).toBeLessThan(share?.byDueDate ?? 0);
});

test('books without any past have no error to show', () => {
  const { forecasts, error } = backtest(pastOf([]));
  expect(error).toEqual({ week: 0, total: 0 });
  expect(missedShare(forecasts.flatMap(({ weeks }) => weeks))).toBeNull();
});
