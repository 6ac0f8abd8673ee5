import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { reverseDocument } from '@/db/commands/reverse-document';
import { claimsAt } from '@/db/queries/claims-at';
import { expectedPayments, readBookOf } from '@/db/queries/expected-payments';
import { forecast } from '@/db/queries/forecast';
import { lateAccounts } from '@/db/queries/late-accounts';
import { slippingCustomers } from '@/db/queries/slipping';
import { lookBackOn } from '@/jobs/look-back';
import { addDays, todayIn } from '@/lib/domain/dates';
import { isExpected } from '@/lib/domain/forecast/expected-day';
import { toMinor } from '@/lib/domain/money';
import { createWorld } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

const TODAY = todayIn('America/New_York');
const ago = (days: number) => addDays(TODAY, -days);
const ASKED = { asOf: TODAY, currency: 'USD', owner: null, tag: null };
const AT = { asOf: TODAY, knownAt: null, currency: 'USD' };

/** Invoices that were due so many days ago and paid so many days after that. */
async function paid(w: World, dues: readonly number[], delay: number): Promise<void> {
  for (const due of dues) {
    await w.invoice(10_000, ago(due), { on: ago(due + 30) });
    await w.pay(10_000, ago(due - delay));
  }
}

test('a customer that pays later and later is told before it is late, and not once it is', async () => {
  const w = await createWorld();
  const slipping = () => w.read((tx) => slippingCustomers(tx, ASKED));
  await paid(w, [330, 300, 270, 240, 210, 180], 2);
  await paid(w, [75, 60, 45], 20);
  expect(await slipping()).toEqual([]);
  await w.invoice(4_000, addDays(TODAY, 9), { on: ago(20) });
  expect(await slipping()).toMatchObject([
    {
      openMinor: 4_000,
      dueOn: addDays(TODAY, 9),
      latelyDays: 20,
      beforeDays: 2,
      last: [20, 20, 20],
      earlierCount: 6,
    },
  ]);
  expect(await w.read((tx) => slippingCustomers(tx, { ...ASKED, owner: 'Nobody there' }))).toEqual([]);
  await w.invoice(1_000, ago(1), { on: ago(20) });
  expect(await slipping()).toEqual([]);
});

test('of a past day it tells what could be seen then, whatever was paid since', async () => {
  const w = await createWorld();
  await paid(w, [430, 400, 370, 340, 310, 280], 2);
  await paid(w, [175, 160, 145], 20);
  await w.invoice(4_000, ago(91), { on: ago(120) });
  const then = { ...ASKED, asOf: ago(100) };
  const seen = await w.read((tx) => slippingCustomers(tx, then));
  expect(seen).toMatchObject([{ openMinor: 4_000, dueOn: ago(91), latelyDays: 20, beforeDays: 2 }]);
  await w.pay(4_000, ago(93));
  await paid(w, [60, 45, 30, 15], -2);
  expect(await w.read((tx) => slippingCustomers(tx, then))).toEqual(seen);
  expect(await w.read((tx) => slippingCustomers(tx, ASKED))).toEqual([]);
});

test('payments that bounced tell of no habit', async () => {
  const w = await createWorld();
  await paid(w, [330, 300, 270, 240, 210, 180], 2);
  await paid(w, [75, 60], 20);
  await w.invoice(10_000, ago(45), { on: ago(75) });
  const { documentId } = await w.pay(10_000, ago(25));
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId,
      kind: 'payment',
      on: ago(20),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  await w.pay(10_000, ago(19));
  await w.invoice(4_000, addDays(TODAY, 9), { on: ago(20) });
  const found = await w.read((tx) => slippingCustomers(tx, ASKED));
  expect(found).toMatchObject([{ last: [26, 20, 20], recentCount: 3 }]);
});

test('the days said beside a customer are those of the forecast', async () => {
  const w = await createWorld();
  await paid(
    w,
    Array.from({ length: 20 }, (_, i) => 15 + 15 * i),
    12,
  );
  for (const due of [3, 10, 40]) await w.invoice(5_000 + due, addDays(TODAY, due), { on: ago(5) });
  const contested = await w.invoice(9_000, addDays(TODAY, 20), { on: ago(5) });
  const { documentId } = contested;
  await w.write((tx) =>
    openDispute(tx, w.admin, { documentId, amountMinor: toMinor(9_000), reason: 'Damaged', openedOn: TODAY }),
  );
  await lookBackOn(w.admin);
  const { largest } = await w.read((tx) => forecast(tx, AT, { weeks: 6 }));
  const { debits, read } = await w.read((tx) => readBookOf(tx, AT, [w.customerId]));
  const said = await w.read((tx) => expectedPayments(tx, debits, read));
  expect(said).toEqual(largest.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)));
  expect(said).toHaveLength(3);
  expect(debits.filter(isExpected).map((debit) => debit.documentId)).toEqual(
    said.map((each) => each.documentId),
  );
  for (const { dueOn, expectedOn, reason } of said) {
    expect(expectedOn > dueOn).toBe(true);
    expect(reason).toContain('usually 12 days late');
  }
});

test('of a few customers only what they said is read, and of all what everybody did', async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Borealis');
  const said = async (customerId: string, amount: number) => {
    const { documentId } = await w.invoice(amount, addDays(TODAY, 9), { on: ago(5), customerId });
    const dispute = { documentId, amountMinor: toMinor(amount / 2), reason: 'Damaged', openedOn: TODAY };
    await w.write((tx) => openDispute(tx, w.admin, dispute));
    const promise = { customerId, currency: 'USD', amountMinor: toMinor(amount / 4), note: 'By phone' };
    const days = { promisedOn: TODAY, promisedFor: addDays(TODAY, 3) };
    await w.write((tx) => recordPromise(tx, w.admin, { ...promise, ...days }));
    return {
      disputes: { documentId, amountMinor: amount / 2 },
      promises: { customerId, restMinor: amount / 4 },
    };
  };
  const [own, others] = [await said(w.customerId, 8_000), await said(other, 4_000)];
  expect(await w.read((tx) => claimsAt(tx, AT, [w.customerId]))).toMatchObject({
    disputes: [own.disputes],
    promises: [own.promises],
  });
  expect(await w.read((tx) => claimsAt(tx, AT))).toMatchObject({
    disputes: [own.disputes, others.disputes],
    promises: [own.promises, others.promises],
  });
});

test('what habit brings by itself takes from the worth of asking', async () => {
  const w = await createWorld();
  const shareOf = async () => {
    const all = { most: 10, where: () => undefined, having: undefined };
    const { accounts } = await w.read((tx) => lateAccounts(tx, { asOf: TODAY, currency: 'USD' }, all));
    return accounts[0]?.aloneShare ?? -1;
  };
  await paid(
    w,
    Array.from({ length: 15 }, (_, i) => 30 + 20 * i),
    10,
  );
  await w.invoice(10_000, ago(5), { on: ago(40) });
  expect(await shareOf()).toBeGreaterThan(0.8);
  await w.pay(10_000, TODAY);
  await w.invoice(10_000, ago(60), { on: ago(90) });
  expect(await shareOf()).toBeLessThan(0.5);
});
