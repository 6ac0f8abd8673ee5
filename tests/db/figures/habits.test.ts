import { expect, test } from 'vitest';
import { reverseDocument } from '@/db/commands/reverse-document';
import { forecast } from '@/db/queries/forecast';
import { type PastHabits, pastHabits } from '@/db/queries/habits';
import { lastRecorded } from '@/db/queries/last-recorded';
import { newLookBack } from '@/db/queries/look-back';
import { lookBackOn } from '@/jobs/look-back';
import { addDays, todayIn } from '@/lib/domain/dates';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { delaysOf, paidByOn } from '@/lib/domain/forecast/distribution';
import { driftDays } from '@/lib/domain/forecast/drift';
import { lossRate } from '@/lib/domain/forecast/loss';
import { POOLINGS, type Pooling } from '@/lib/domain/forecast/pooling';
import { createWorld, day, owner } from '../../world';
import { EPOCH, happen, randomOf } from '../random-history';

const USD = { knownAt: null, currency: 'USD' };

/** Items of a customer, due on each day of a fortnight. */
const itemsOf = (customerId: string, on: number) =>
  Array.from({ length: 14 }, (_, i) => ({ customerId, dueOn: on + i, amountMinor: 10_000 * (i + 1) }));

/** What habits say of items of a customer. */
function said({ until }: PastHabits, pooling: Pooling, customerId: string, on: number) {
  const habits = until(pooling);
  const paidBy = paidByOn(habits, on);
  return {
    delays: itemsOf(customerId, on).flatMap((item) => [...delaysOf(paidBy, item)]),
    loss: lossRate(habits),
    drift: driftDays(habits, on),
  };
}

/** Observations that count from the same day come in no order. */
const inOneOrder = (seen: PastHabits['since']) => seen.map((one) => JSON.stringify(one)).toSorted();

test.each([1, 2, 3])(
  'the sums that posting keeps tell the same of every day as all payments learned one by one (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    await happen(w, random, 80);
    const knownAt = await w.read(lastRecorded);
    const asOf = addDays(EPOCH, 40 + Math.floor(random() * 60));
    const until = addDays(asOf, -Math.floor(random() * 30));
    const customers = await owner<{ id: string }[]>`select id from customers where org_id = ${w.org.id}`;
    const on = dayNumber(until);
    const asked = { until, items: customers.flatMap(({ id }) => itemsOf(id, on)), poolings: POOLINGS };
    const kept = await w.read((tx) => pastHabits(tx, { ...USD, asOf }, asked));
    const learned = await w.read((tx) => pastHabits(tx, { ...USD, asOf, knownAt }, asked));
    expect(inOneOrder(kept.since), `seed ${seed}`).toEqual(inOneOrder(learned.since));
    for (const pooling of POOLINGS) {
      const alone = await w.read((tx) => pastHabits(tx, { ...USD, asOf }, { ...asked, poolings: [pooling] }));
      for (const { id } of customers) {
        const [a, b, c] = [kept, learned, alone].map((habits) => said(habits, pooling, id, on));
        expect(a?.drift, `seed ${seed}`).toBe(b?.drift);
        expect(a?.loss).toBeCloseTo(b?.loss ?? -1, 10);
        for (const [i, probability] of (a?.delays ?? []).entries())
          expect(probability, `seed ${seed}, ${pooling.name}`).toBeCloseTo(b?.delays[i] ?? -1, 9);
        expect(c?.loss).toBeCloseTo(a?.loss ?? -1, 10);
        for (const [i, probability] of (c?.delays ?? []).entries())
          expect(probability).toBeCloseTo(a?.delays[i] ?? -1, 9);
      }
    }
  },
);

test('what is undone is counted out again: what is left in the sums is nothing but rounding', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { on: '2026-01-01' });
  const before = await w.pay(4_000, '2026-01-12');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: before.documentId,
      kind: 'payment',
      on: day('2026-01-20'),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  const rows = await owner<{ most: number }[]>`
    select max(abs(weight)) as most from delay_sums, unnest(weights) weight where org_id = ${w.org.id}`;
  expect(rows[0]?.most).toBeLessThan(1e-12);
});

test('forecasts are looked back on once a day; what was found is used, and says what a new look says', async () => {
  const w = await createWorld();
  const today = todayIn(w.org.timeZone);
  for (let week = 20; week > 0; week -= 1) {
    const dueOn = addDays(today, -7 * week);
    await w.invoice(10_000, dueOn, { on: addDays(dueOn, -14) });
    if (week > 2) await w.pay(10_000, addDays(dueOn, 9));
  }
  const at = { ...USD, asOf: today };
  const fresh = await w.read((tx) => forecast(tx, at, { weeks: 6 }));
  await lookBackOn(w.admin);
  expect(await w.read((tx) => newLookBack(tx, at))).toMatchObject({ asOf: today });
  const kept = () => owner<{ made_at: Date; pooling: string }[]>`
    select made_at, pooling from forecast_tests where org_id = ${w.org.id}`;
  const [made] = await kept();
  expect(made?.pooling).toBe(fresh.pooling);
  expect(await w.read((tx) => forecast(tx, at, { weeks: 6 }))).toEqual(fresh);
  await lookBackOn(w.admin);
  expect(await kept()).toEqual([made]);
  await owner`update forecast_tests set as_of = as_of - 30, pooling = 'organization' where org_id = ${w.org.id}`;
  expect((await w.read((tx) => forecast(tx, at, { weeks: 6 }))).pooling).toBe(fresh.pooling);
});
