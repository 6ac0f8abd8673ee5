import { expect, test } from 'vitest';
import { getForecast } from '@/app/api/v1/_resources/forecast';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { reverseDocument } from '@/db/commands/reverse-document';
import { writeOff } from '@/db/commands/write-off';
import { cashWeeks } from '@/db/queries/cash-weeks';
import { type Forecast, forecast } from '@/db/queries/forecast';
import { lastRecorded } from '@/db/queries/last-recorded';
import { settledDelays } from '@/db/queries/settled-delays';
import { addDays } from '@/lib/domain/dates';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { sumOf, toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../../world';
import { ask } from '../api/asking';
import { EPOCH, happen, randomOf } from '../random-history';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });
const START = day('2025-09-05');

/** Fourteen weekly invoices of 100.00 due on Fridays, each paid twelve days after. */
async function lateFridays(w: Awaited<ReturnType<typeof createWorld>>, customerId = w.customerId) {
  for (let week = 0; week < 14; week += 1) {
    const dueOn = addDays(START, 7 * week);
    await w.invoice(10_000, dueOn, { on: addDays(dueOn, -14), customerId });
    await w.pay(10_000, addDays(dueOn, 12), { customerId });
  }
}

test('what customers paid, and how late, is read from the ledger as of a day; a bounced payment counts until it bounces', async () => {
  const w = await createWorld();
  await w.invoice(30_000, '2026-01-10', { on: '2026-01-01' });
  await w.pay(10_000, '2026-01-08');
  const bounced = await w.pay(5_000, '2026-01-15');
  const lost = await w.invoice(1_000, '2026-01-05', { on: '2026-01-01', number: 'LOST' });
  const facts = { reason: 'Gone', source: 'staff' } as const;
  await w.write((tx) =>
    writeOff(tx, w.admin, {
      id: lost.documentId,
      amountMinor: toMinor(1_000),
      on: day('2026-01-18'),
      ...facts,
    }),
  );
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: bounced.documentId,
      kind: 'payment',
      on: day('2026-01-20'),
      ...facts,
    }),
  );
  const seen = async (asOf: string) => {
    const found = await w.read((tx) => settledDelays(tx, at(asOf), { after: null, upTo: day(asOf) }));
    return found
      .toSorted((a, b) => a.countsFrom - b.countsFrom || a.share - b.share)
      .map((one) => [
        one.paidOn - one.dueOn,
        one.countsFrom - dayNumber(day('2026-01-01')),
        one.share,
        one.isLoss,
      ]);
  };
  expect(await seen('2026-01-07')).toEqual([]);
  expect(await seen('2026-01-16')).toHaveLength(2);
  const all = await seen('2026-01-31');
  expect(all.map(([delay, on, , isLoss]) => [delay, on, isLoss])).toEqual([
    [expect.any(Number), 7, false],
    [expect.any(Number), 14, false],
    [13, 17, true],
    [expect.any(Number), 19, false],
  ]);
  expect(all[3]?.[0]).toBe(all[1]?.[0]);
  expect(Number(all[1]?.[2]) + Number(all[3]?.[2])).toBe(0);
});

test('a customer that pays late is expected late, in words too, and programs are told', async () => {
  const w = await createWorld();
  await lateFridays(w);
  await w.invoice(50_000, '2025-12-19', { on: '2025-12-05', number: 'NEXT' });
  await w.invoice(20_000, '2025-12-26', { on: '2025-12-12', number: 'CONTESTED' });
  const asked = { query: { as_of: '2025-12-18', weeks: '6' } };
  const answer = await ask<Answer>(w, getForecast, asked);
  expect(answer).toMatchObject({
    as_of: '2025-12-18',
    currency: 'USD',
    open: 700,
    disputed: 0,
    payments: 14,
  });
  expect(answer.weeks).toHaveLength(6);
  expect(answer.weeks[0]).toMatchObject({ from: '2025-12-19', to: '2025-12-25', due_date: 500 });
  expect(answer.weeks[0]?.expected).toBeLessThan(50);
  expect(answer.weeks[1]?.expected).toBeGreaterThan(400);
  expect(answer.largest[0]).toMatchObject({
    number: 'NEXT',
    outstanding: 500,
    due_date: '2025-12-19',
    expected_on: '2025-12-31',
    reason: 'usually 12 days late',
  });
  expect(answer.largest[0]?.late_percent).toBeGreaterThan(90);
  expect(answer.backtest.weeks).toHaveLength(12);
  expect(answer.backtest.missed_percent).toBeLessThan(answer.backtest.due_date_missed_percent ?? 0);
  expect(answer.backtest.weeks.at(-1)).toMatchObject({ from: '2025-12-12', to: '2025-12-18', actual: 100 });
  await expect(ask(w, getForecast, { query: { weeks: '27' } })).rejects.toThrow();
});

interface Answer extends Record<string, unknown> {
  readonly weeks: readonly { readonly expected: number }[];
  readonly largest: readonly { readonly late_percent: number }[];
  readonly backtest: {
    readonly weeks: readonly unknown[];
    readonly missed_percent: number | null;
    readonly due_date_missed_percent: number | null;
  };
}

test('a promise moves an invoice to its day, and what is contested is left out until the dispute is over', async () => {
  const w = await createWorld();
  await lateFridays(w);
  const promised = await w.invoice(50_000, '2025-12-19', { on: '2025-12-05' });
  const contested = await w.invoice(20_000, '2025-12-26', { on: '2025-12-12' });
  await w.write((tx) =>
    recordPromise(tx, w.admin, {
      customerId: w.customerId,
      currency: 'USD',
      documentId: promised.documentId,
      amountMinor: toMinor(50_000),
      promisedOn: day('2025-12-15'),
      promisedFor: day('2026-01-15'),
    }),
  );
  await w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId: contested.documentId,
      amountMinor: toMinor(20_000),
      reason: 'Broken',
      openedOn: day('2025-12-16'),
    }),
  );
  const found = await w.read((tx) => forecast(tx, at('2025-12-18'), { weeks: 4 }));
  expect(found.weeks.map(({ expectedMinor }) => expectedMinor)).toEqual([0, 0, 0, 50_000]);
  expect(found).toMatchObject({ disputedMinor: 20_000, laterMinor: 0, lostMinor: 0, openMinor: 70_000 });
  expect(found.largest).toMatchObject([{ expectedOn: '2026-01-15', reason: 'promised for that day' }]);
  const before = await w.read((tx) => forecast(tx, at('2025-12-14'), { weeks: 4 }));
  expect(before).toMatchObject({ disputedMinor: 0, openMinor: 80_000 });
});

test('parts that were paid are counted as parts, and taken back nothing is left of them', async () => {
  const w = await createWorld();
  await w.invoice(30_000, '2026-01-10', { on: '2026-01-01' });
  const paid = [
    await w.pay(1_000, '2026-01-12'),
    await w.pay(2_000, '2026-01-13'),
    await w.pay(3_000, '2026-01-14'),
  ];
  const count = async () => (await w.read((tx) => forecast(tx, at('2026-03-31'), { weeks: 6 }))).paymentCount;
  expect(await count()).toBe(0.2);
  for (const { documentId } of paid)
    await w.write((tx) =>
      reverseDocument(tx, w.admin, {
        documentId,
        kind: 'payment',
        on: day('2026-01-20'),
        reason: 'No funds',
        source: 'staff',
      }),
    );
  expect(await count()).toBe(0);
});

test('books without anything open or paid forecast nothing', async () => {
  const w = await createWorld();
  const found = await w.read((tx) => forecast(tx, at('2026-03-31'), { weeks: 8 }));
  expect(found).toMatchObject({ openMinor: 0, laterMinor: 0, lostMinor: 0, paymentCount: 0, largest: [] });
  expect(found.total).toMatchObject({ expectedMinor: 0, p90Minor: 0, to: '2026-04-28' });
  expect(found.backtest).toMatchObject({ missedPercent: null, dueMissedPercent: null });
});

test.each([1, 2])(
  'whatever happened, all of it adds up to what is open, due days agree with the cash weeks, and the past stays as it was (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    await happen(w, random, 60);
    const asOf = addDays(EPOCH, 30 + Math.floor(random() * 50));
    const then = await w.read(lastRecorded);
    const made = await w.read((tx) => forecast(tx, at(asOf), { weeks: 6 }));
    const { expected, openMinor } = await w.read((tx) => cashWeeks(tx, at(asOf)));
    const weeks = made.weeks.map((week) => week.expectedMinor);
    expect(sumOf([...weeks, made.laterMinor, made.lostMinor, made.disputedMinor]), `seed ${seed}`).toBe(
      openMinor,
    );
    expect(made.weeks.map(({ from, to, dueMinor }) => [from, to, dueMinor])).toEqual(
      expected.map(({ from, to, expectedMinor }) => [from, to, expectedMinor]),
    );
    await happen(w, random, 30);
    const again = await w.read((tx) => forecast(tx, { ...at(asOf), knownAt: then }, { weeks: 6 }));
    // The one is learned payment by payment, the other from sums: they differ by what adding in another order rounds.
    for (const [i, amount] of amountsOf(again).entries())
      expect(Math.abs(amount - (amountsOf(made)[i] ?? -1)), `seed ${seed}`).toBeLessThanOrEqual(1);
    expect([again.pooling, again.openMinor, again.disputedMinor]).toEqual([
      made.pooling,
      made.openMinor,
      made.disputedMinor,
    ]);
    const other = await createWorld();
    const foreign = await other.read((tx) => forecast(tx, at(asOf), { weeks: 6 }));
    expect(foreign).toMatchObject({ openMinor: 0, paymentCount: 0 });
  },
);

/** Every amount of a forecast that adds up, and those of its past weeks. */
function amountsOf({ weeks, laterMinor, lostMinor, backtest }: Forecast): number[] {
  return [
    ...weeks.flatMap(({ expectedMinor, dueMinor }) => [expectedMinor, dueMinor]),
    laterMinor,
    lostMinor,
    ...backtest.weeks.flatMap((week) => [week.forecastMinor, week.dueMinor, week.actualMinor]),
  ];
}
