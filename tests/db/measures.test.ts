import { expect, test } from 'vitest';
import { getMeasures } from '@/app/api/v1/_resources/measures';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { receivables } from '@/db/queries/key-figures';
import { lastRecorded } from '@/db/queries/last-recorded';
import { monthlyInputs, monthsUpTo } from '@/db/queries/measures';
import { openItemRows } from '@/db/queries/open-items';
import { tieOut } from '@/db/queries/tie-out';
import { addDays } from '@/lib/domain/dates';
import { averageDaysOverdue } from '@/lib/domain/measures';
import { sumOf, toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import { ask } from './api/asking';
import { happen, randomOf } from './random-history';

test('months are of the calendar, the last up to the day that is reported on', () => {
  expect(monthsUpTo(day('2028-03-15'), 3)).toEqual([
    { from: '2028-01-01', to: '2028-01-31', days: 31 },
    { from: '2028-02-01', to: '2028-02-29', days: 29 },
    { from: '2028-03-01', to: '2028-03-15', days: 15 },
  ]);
});

test.each([1, 2])(
  'the balances of every month are those of the report of its last day, as known at any time (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    await happen(w, random, 40);
    const then = await w.read(lastRecorded);
    await happen(w, random, 40);
    for (const knownAt of [null, then]) {
      const months = monthsUpTo(addDays(day('2026-03-31'), Math.floor(random() * 40)), 5);
      const inputs = await w.read((tx) => monthlyInputs(tx, months, 'USD', { knownAt }));
      let opening = 0;
      for (const month of inputs) {
        const moment = { asOf: month.to, knownAt };
        const rows = await w.read((tx) => openItemRows(tx, moment, { basis: 'due', bounds: [0] }, {}));
        const tie = await w.read((tx) => tieOut(tx, moment, 'USD'));
        const late = rows.filter((row) => row.amountMinor > 0 && row.dueOn < month.to);
        const sumOfDays = late.reduce((sum, row) => sum + row.days, 0);
        const current = rows.filter((row) => row.amountMinor > 0 && row.dueOn >= month.to);
        const { lateCount, averageDaysLate, atRiskCount } = await w.read((tx) =>
          receivables(tx, moment, { currency: 'USD' }),
        );
        expect(
          {
            opening: month.openingMinor,
            closing: month.closingMinor,
            current: month.currentMinor,
            pastDue: month.pastDueMinor,
            lateCount,
            averageDaysLate,
            atRiskCount,
          },
          `seed ${seed}, ${month.to}`,
        ).toEqual({
          opening,
          closing: tie.openItemsMinor,
          current: sumOf(current.map((row) => row.openMinor)),
          pastDue: sumOf(late.map((row) => row.openMinor)),
          lateCount: late.length,
          atRiskCount: new Set(late.filter((row) => row.days > 90).map((row) => row.customerId)).size,
          averageDaysLate:
            late.length === 0
              ? null
              : expect.closeTo(averageDaysOverdue(sumOfDays, late.length) ?? Number.NaN, 9),
        });
        opening = month.closingMinor;
      }
    }
  },
);

test('sales are invoices less credit memos, of their days; payments are what came in, and nothing else', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-09', { on: '2026-01-10', number: 'A' });
  const wrong = await w.invoice(5_000, '2026-03-01', { on: '2026-02-01', number: 'B' });
  const { write, admin, customerId } = w;
  await write((tx) =>
    postCreditMemo(tx, admin, {
      customerId,
      creditDate: day('2026-02-05'),
      lines: [],
      total: { totalMinor: toMinor(1_000), taxMinor: toMinor(0) },
      applyTo: wrong.documentId,
      source: 'staff',
    }),
  );
  await w.pay(4_000, '2026-02-19');
  const inputs = await w.read((tx) =>
    monthlyInputs(tx, monthsUpTo(day('2026-02-28'), 2), 'USD', { knownAt: null }),
  );
  expect(inputs).toMatchObject([
    { salesMinor: 10_000, closingMinor: 10_000, currentMinor: 10_000, paid: { amountMinor: 0 } },
    {
      openingMinor: 10_000,
      salesMinor: 4_000,
      closingMinor: 10_000,
      currentMinor: 4_000,
      pastDueMinor: 6_000,
      paid: { amountMinor: 4_000, amountDays: 160_000 },
      late: { amountMinor: 4_000, amountDays: 40_000 },
    },
  ]);
  const stranger = await createWorld();
  const none = await stranger.read((tx) =>
    monthlyInputs(tx, monthsUpTo(day('2026-02-28'), 2), 'USD', { knownAt: null }),
  );
  expect(none.map((month) => month.closingMinor)).toEqual([0, 0]);
});

test('a program reads the measures with what they are made of', async () => {
  const w = await createWorld();
  await w.invoice(280_000, '2026-02-10', { on: '2026-02-01' });
  await w.pay(140_000, '2026-02-20');
  const found = await ask<{ months: unknown[] }>(w, getMeasures, {
    query: { as_of: '2026-02-28', months: '2' },
  });
  expect(found).toMatchObject({
    currency: 'USD',
    average_days_overdue: 18,
    past_due_items: 1,
    at_risk_customers: 0,
    provision: {
      rates_from: 'history',
      buckets: [
        { bucket: 'Current', balance: 0, rate_percent: null, provision: 0 },
        { bucket: '1-30', balance: 1_400, rate_percent: null, provision: null },
        { balance: 0 },
        { balance: 0 },
        { balance: 0 },
        { bucket: '120+', balance: 0 },
      ],
      total: null,
    },
    months: [
      { month: '2026-01', dso_days: null, cei_percent: null, countback_dso_days: null },
      {
        month: '2026-02',
        sales: 2_800,
        closing_ar: 1_400,
        closing_current: 0,
        dso_days: 14,
        best_possible_dso_days: 0,
        average_days_delinquent: 14,
        countback_dso_days: 14,
        best_possible_countback_dso_days: 0,
        cei_percent: 50,
        percent_current: 0,
        turnover: 26,
        average_days_late: 10,
        payment_velocity_days: 19,
      },
    ],
  });
});
