import { expect, test } from 'vitest';
import { getRiskDashboard } from '@/app/api/v1/_resources/risk-dashboard';
import { recordPromise } from '@/db/commands/record-promise';
import { reverseDocument } from '@/db/commands/reverse-document';
import { customerHealth, customerHealthOf } from '@/db/queries/customer-health';
import { lastRecorded } from '@/db/queries/last-recorded';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner } from '../../world';
import { ask } from '../api/asking';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });
type World = Awaited<ReturnType<typeof createWorld>>;

/** An invoice of 1,000.00 that was paid on some day. */
async function paidOn(w: World, customerId: string, due: string, on: string) {
  await w.invoice(100_000, due, { on: '2026-01-01', customerId });
  return w.pay(100_000, on, { customerId });
}

async function books() {
  const w = await createWorld();
  const good = await w.addCustomer('Good');
  await paidOn(w, good, '2026-02-01', '2026-01-27');
  await paidOn(w, good, '2026-06-01', '2026-05-27');
  await paidOn(w, good, '2026-08-01', '2026-07-27');
  const bad = await w.addCustomer('Bad');
  await paidOn(w, bad, '2026-02-01', '2026-02-11');
  await paidOn(w, bad, '2026-03-01', '2026-03-11');
  await paidOn(w, bad, '2026-07-01', '2026-08-10');
  await w.invoice(100_000, '2026-06-01', { on: '2026-05-01', customerId: bad });
  await w.write((tx) =>
    recordPromise(tx, w.admin, {
      customerId: bad,
      currency: 'USD',
      amountMinor: toMinor(100_000),
      promisedOn: day('2026-08-11'),
      promisedFor: day('2026-08-20'),
    }),
  );
  const fresh = await w.addCustomer('New');
  await w.invoice(5_000, '2026-08-01', { on: '2026-07-01', customerId: fresh });
  return { ...w, good, bad, fresh };
}

test('customers are listed least health first, with the facts, the words and the trend', async () => {
  const w = await books();
  const found = await w.read((tx) => customerHealth(tx, at('2026-08-31'), { limit: 5 }));
  expect(found.counts).toEqual({ healthy: 1, watch: 0, at_risk: 1, unknown: 1 });
  expect(found.rows.map(({ facts, band }) => [facts.customer, band])).toEqual([
    ['Bad', 'at_risk'],
    ['Good', 'healthy'],
  ]);
  const [bad, good] = found.rows;
  expect(bad?.facts).toMatchObject({
    settledCount: 3,
    lateRecently: { amountMinor: 100_000, amountDays: 4_000_000 },
    lateBefore: { amountMinor: 200_000, amountDays: 2_000_000 },
    openMinor: 100_000,
    pastDueMinor: [0, 0, 0, 100_000, 0],
    pastDue: { amountMinor: 100_000, amountDays: 9_100_000 },
    brokenCount: 1,
    brokenOn: '2026-08-20',
    oldestDays: 91,
    creditLimitMinor: null,
  });
  expect(bad?.health?.parts).toEqual({
    P: expect.closeTo(50 - (7.75 * 5) / 15, 9),
    O: expect.closeTo(10, 9),
    T: 0,
    U: null,
    B: 75,
  });
  expect(bad?.reason).toBe('91 days late, drifting later, +30 days');
  expect(good?.reason).toBe('pays 5 days early');
  expect(good?.trend.map(({ on }) => on)).toEqual([
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
  ]);
  expect(good?.trend.map(({ score }) => score !== null)).toEqual([false, false, false, false, true, true]);
  const limited = await w.read((tx) => customerHealth(tx, at('2026-08-31'), { limit: 1 }));
  expect(limited.rows).toEqual(found.rows.slice(0, 1));
});

test('one customer is judged as in the list, on every day of the trend as on that day', async () => {
  const w = await books();
  const all = await w.read((tx) => customerHealth(tx, at('2026-08-31'), { limit: 5 }));
  const bad = await w.read((tx) => customerHealthOf(tx, at('2026-08-31'), w.bad));
  expect(bad).toEqual(all.rows[0]);
  for (const { on, score } of bad?.trend ?? []) {
    const then = await w.read((tx) => customerHealthOf(tx, at(on), w.bad));
    expect(then?.health?.score ?? null).toBe(score);
  }
  expect(await w.read((tx) => customerHealthOf(tx, at('2026-08-31'), w.fresh))).toMatchObject({
    health: null,
    band: null,
    reason: '30 days late, not enough history',
  });
  const stranger = await createWorld();
  expect(await stranger.read((tx) => customerHealthOf(tx, at('2026-08-31'), w.bad))).toBeNull();
});

test('a bounced payment counts from the day it bounced, one booked by mistake does not; limits count', async () => {
  const w = await books();
  const known = await w.read(lastRecorded);
  const take = async (amount: number, on?: string) => {
    const paid = await w.pay(amount, '2026-08-05', { customerId: w.good, apply: 'none' });
    const undo = { documentId: paid.documentId, kind: 'payment', reason: 'x', source: 'staff' } as const;
    await w.write((tx) => reverseDocument(tx, w.admin, { ...undo, ...(on ? { on: day(on) } : {}) }));
  };
  await take(700, '2026-08-12');
  await take(800);
  await owner`update customers set credit_limit_minor = 200000 where id = ${w.bad}`;
  const of = (id: string, asOf: string, knownAt: typeof known | null = null) =>
    w.read((tx) => customerHealthOf(tx, { ...at(asOf), knownAt }, id));
  expect((await of(w.good, '2026-08-12'))?.facts).toMatchObject({ bouncedCount: 1, bouncedOn: '2026-08-12' });
  expect((await of(w.good, '2026-08-11'))?.facts).toMatchObject({ bouncedCount: 0 });
  expect((await of(w.good, '2026-08-12', known))?.facts).toMatchObject({ bouncedCount: 0 });
  expect((await of(w.bad, '2026-08-31'))?.facts.creditLimitMinor).toBe(200_000);
  expect((await of(w.bad, '2026-08-31'))?.health?.parts.U).toBe(100);
});

test('a program reads who is critical, who to watch and who pays well', async () => {
  const w = await books();
  const found = await ask<Record<'critical' | 'healthy' | 'not_enough_history', { customer_name: string }[]>>(
    w,
    getRiskDashboard,
    { query: { as_of: '2026-08-31' } },
  );
  expect(found).toMatchObject({
    critical: [
      {
        customer_id: w.bad,
        customer_name: 'Bad',
        total_outstanding: 1_000,
        total_overdue: 1_000,
        overdue_pct: 100,
        days_120_plus: 0,
      },
    ],
    warning: [],
    healthy: [{ customer_name: 'Good', total_outstanding: 0, overdue_pct: null }],
    not_enough_history: [{ customer_name: 'New', risk_score: null, total_overdue: 50 }],
    summary: { critical_count: 1, warning_count: 0, healthy_count: 1, not_enough_history_count: 1 },
  });
});
