import { expect, test } from 'vitest';
import { allocate } from '@/db/commands/allocate';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { reverseDocument } from '@/db/commands/reverse-document';
import { writeReminder } from '@/db/commands/write-reminder';
import { news } from '@/db/queries/news';
import { nextSteps } from '@/db/queries/next-steps';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { type NextStep, rankSteps } from '@/lib/domain/next-steps';
import { createWorld, owner } from '../world';

const TODAY = todayIn('America/New_York');
const ago = (days: number) => addDays(TODAY, -days);
type World = Awaited<ReturnType<typeof createWorld>>;

async function stepsOf(w: World, currency = 'USD'): Promise<NextStep[]> {
  return rankSteps(await w.read((tx) => nextSteps(tx, { asOf: TODAY, currency })), 99);
}
const kindsOf = async (w: World) => (await stepsOf(w)).map((step) => step.kind);
const promise = (w: World, amount: number, by: string, documentId?: string) =>
  w.write((tx) =>
    recordPromise(tx, w.admin, {
      customerId: w.customerId,
      ...(documentId ? { documentId } : {}),
      currency: 'USD',
      amountMinor: toMinor(amount),
      promisedOn: ago(40),
      promisedFor: addDays(TODAY, Number(by)),
    }),
  );

test('books without anything open ask for nothing', async () => {
  const w = await createWorld();
  expect(await stepsOf(w)).toEqual([]);
  await w.invoice(500, addDays(TODAY, 10), { on: TODAY });
  expect(await stepsOf(w)).toEqual([]);
});

test('a broken promise is a step until its invoice is paid; one that still runs, or was replaced, is none', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, ago(30), { on: ago(60) });
  await promise(w, 8_000, '-3', documentId);
  expect(await stepsOf(w)).toMatchObject([
    {
      kind: 'broken_promise',
      amountMinor: 10_000,
      broken: { promisedMinor: 8_000, receivedMinor: 0, promisedFor: ago(3) },
    },
  ]);
  await w.pay(3_000, ago(5));
  expect(await stepsOf(w)).toMatchObject([{ amountMinor: 7_000, broken: { receivedMinor: 3_000 } }]);
  await promise(w, 7_000, '0', documentId);
  expect(await kindsOf(w)).toEqual([]);
  await w.pay(7_000, TODAY);
  expect(await kindsOf(w)).toEqual([]);
});

test('a customer is beyond its habit when its oldest invoice is much later than it usually pays', async () => {
  const w = await createWorld();
  for (const days of [200, 170, 140]) {
    await w.invoice(1_000, ago(days), { on: ago(days + 30) });
    await w.pay(1_000, ago(days - 5));
  }
  await w.invoice(4_000, ago(19), { on: ago(50) });
  expect(await kindsOf(w)).toEqual([]);
  await w.invoice(2_000, ago(20), { on: ago(50) });
  expect(await stepsOf(w)).toMatchObject([
    { kind: 'beyond_habit', amountMinor: 6_000, beyondDays: 15, account: { habitDays: 5, oldestDays: 20 } },
  ]);
});

test('what went beyond 60 days within the week, and what is beyond 120, is told to the cent', async () => {
  const w = await createWorld();
  for (const days of [60, 61, 67, 68]) await w.invoice(days, ago(days), { on: ago(200) });
  expect(await stepsOf(w)).toMatchObject([{ kind: 'crossed', amountMinor: 128 }]);
  const old = await w.addCustomer('Old');
  for (const days of [120, 121]) await w.invoice(days, ago(days), { on: ago(200), customerId: old });
  const steps = await stepsOf(w);
  expect(steps.find((step) => step.kind === 'decide')).toMatchObject({
    amountMinor: 121,
    account: { customer: 'Old' },
  });
});

test('a dispute is answered, not called about, and is gone when it is resolved', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, ago(65), { on: ago(90), number: 'A' });
  const { disputeId } = await w.write((tx) =>
    openDispute(tx, w.admin, { documentId, amountMinor: toMinor(4_000), reason: 'Short', openedOn: ago(16) }),
  );
  expect(await stepsOf(w)).toMatchObject([
    { kind: 'dispute', amountMinor: 4_000, dispute: { number: 'A', openedOn: ago(16), oldestDays: 65 } },
  ]);
  await w.pay(7_000, TODAY);
  expect(await stepsOf(w)).toMatchObject([{ kind: 'dispute', amountMinor: 3_000 }]);
  await w.write((tx) => resolveDispute(tx, w.admin, { disputeId, resolution: 'Agreed' }));
  expect(await kindsOf(w)).toEqual(['crossed']);
});

test('credits are a step while there is an invoice that they could pay', async () => {
  const w = await createWorld();
  await w.pay(2_000, ago(3), { apply: 'none' });
  expect(await kindsOf(w)).toEqual([]);
  await w.invoice(5_000, addDays(TODAY, 5), { on: ago(1) });
  const other = await w.addCustomer('Other');
  await w.invoice(900, addDays(TODAY, 5), { on: ago(1), customerId: other });
  for (const amount of [100, 200]) await w.pay(amount, ago(2), { customerId: other, apply: 'none' });
  const [step] = await stepsOf(w);
  expect(step).toMatchObject({
    kind: 'unapplied',
    amountMinor: 2_300,
    credits: {
      count: 3,
      largest: [
        { customer: 'Acme', amountMinor: 2_000 },
        { customer: 'Other', itemId: null },
      ],
    },
  });
  await w.write(async (tx) => {
    const [debit] = await openDebits(tx, w.customerId, 'USD');
    const [credit] = await openCredits(tx, w.customerId, 'USD');
    const match = {
      debitItemId: debit!.itemId,
      creditItemId: credit!.creditItemId,
      amountMinor: toMinor(2_000),
    };
    await allocate(tx, w.admin, [match]);
  });
  expect(await stepsOf(w)).toMatchObject([{ kind: 'unapplied', amountMinor: 300, credits: { count: 2 } }]);
});

test('invoices that went late within the fortnight are asked for once, until somebody is reminded', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(100, ago(1), { on: ago(31) });
  await w.invoice(200, ago(14), { on: ago(31) });
  await w.invoice(400, ago(15), { on: ago(31) });
  expect(await stepsOf(w)).toMatchObject([
    {
      kind: 'unreminded',
      amountMinor: 300,
      items: { itemCount: 2, customerCount: 1, fewestDays: 1, mostDays: 14 },
    },
  ]);
  await w.write((tx) =>
    writeReminder(tx, w.admin, { customerId: w.customerId, documentIds: [documentId], date: TODAY }),
  );
  expect(await stepsOf(w)).toMatchObject([{ amountMinor: 200, items: { itemCount: 1 } }]);
});

test('steps are of one currency and of one business', async () => {
  const w = await createWorld();
  await w.invoice(100, ago(5), { on: ago(31), currency: 'EUR' });
  expect(await stepsOf(w)).toEqual([]);
  expect(await stepsOf(w, 'EUR')).toHaveLength(1);
  expect(await stepsOf(await createWorld(), 'EUR')).toEqual([]);
});

test('news tells payments one by one, invoices together, what bounced and what was promised, newest first', async () => {
  const w = await createWorld();
  const told = (limit = 9) =>
    w.read((tx) => news(tx, { since: ago(1), timeZone: 'America/New_York', currency: 'USD', limit }));
  expect(await told()).toEqual([]);
  const { documentId } = await w.invoice(1_000, ago(5), { on: ago(30) });
  expect(await told()).toMatchObject([
    { what: 'posted_one', kind: 'invoice', amountMinor: 1_000, customer: 'Acme' },
  ]);
  await w.invoice(500, ago(4), { on: ago(30) });
  const paid = await w.pay(300, TODAY);
  await promise(w, 700, '9', documentId);
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: paid.documentId,
      kind: 'payment',
      reason: 'No funds',
      source: 'staff',
    }),
  );
  await w.invoice(9_999, ago(4), { on: ago(30), currency: 'EUR' });
  expect(await told()).toMatchObject([
    { what: 'reversed', amountMinor: 300 },
    { what: 'promised', amountMinor: 700, promisedFor: addDays(TODAY, 9) },
    { what: 'paid', amountMinor: 300, method: 'Wire', document: { documentId: paid.documentId } },
    { what: 'posted', kind: 'invoice', count: 2, amountMinor: 1_500, origin: 'posted' },
  ]);
  expect(await told(2)).toHaveLength(2);
  const tomorrow = { since: addDays(TODAY, 1), timeZone: 'America/New_York', currency: 'USD', limit: 9 };
  expect(await w.read((tx) => news(tx, tomorrow))).toEqual([]);
});

test('history that was brought in stands together, apart from what was written since, and its payments are no news', async () => {
  const w = await createWorld();
  const brought = async (documentIds: readonly string[], source: string) =>
    owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update documents set source = ${source} where id = any(${documentIds as string[]}::uuid[])`;
    });
  const old = [
    await w.invoice(1_000, ago(90), { on: ago(120) }),
    await w.invoice(500, ago(90), { on: ago(120) }),
  ];
  const paid = [await w.pay(400, ago(80)), await w.pay(200, ago(70))];
  await brought(
    [...old, ...paid].map(({ documentId }) => documentId),
    'sync',
  );
  const fresh = await w.pay(300, TODAY);
  await brought([fresh.documentId], 'sync');
  await w.invoice(50, ago(-30), { on: TODAY });
  const told = await w.read((tx) =>
    news(tx, { since: ago(1), timeZone: 'America/New_York', currency: 'USD', limit: 9 }),
  );
  expect(told).toMatchObject([
    { what: 'posted_one', kind: 'invoice', amountMinor: 50 },
    { what: 'paid', amountMinor: 300, document: { documentId: fresh.documentId } },
    { what: 'posted', kind: 'payment', count: 2, amountMinor: 600, origin: 'synced' },
    { what: 'posted', kind: 'invoice', count: 2, amountMinor: 1_500, origin: 'synced' },
  ]);
});

test('what was posted in one evening stands together, whatever day the evening is on elsewhere', async () => {
  const w = await createWorld();
  const evening = [`${ago(1)}T23:30:00Z`, `${TODAY}T00:30:00Z`];
  for (const at of evening) {
    const { documentId } = await w.invoice(1_000, ago(5), { on: ago(30) });
    await owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update documents set recorded_at = ${at} where id = ${documentId}`;
      await sql`update open_items set recorded_at = ${at}, moved_at = ${at} where document_id = ${documentId}`;
    });
  }
  const told = (timeZone: string) =>
    w.read((tx) => news(tx, { since: ago(1), timeZone, currency: 'USD', limit: 9 }));
  expect(await told('America/New_York')).toMatchObject([{ what: 'posted', count: 2, amountMinor: 2_000 }]);
  expect(await told('UTC')).toHaveLength(2);
});
