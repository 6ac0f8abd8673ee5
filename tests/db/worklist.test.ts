import { expect, test } from 'vitest';
import { cancelPromise } from '@/db/commands/cancel-promise';
import { endSnooze } from '@/db/commands/end-snooze';
import { logCall } from '@/db/commands/log-call';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { snoozeCustomer } from '@/db/commands/snooze-customer';
import { updateCustomer } from '@/db/commands/update-customer';
import { withdrawCall } from '@/db/commands/withdraw-call';
import { navCounts } from '@/db/queries/nav-counts';
import { nextSteps } from '@/db/queries/next-steps';
import { workDone, workProgress } from '@/db/queries/work-done';
import { waitingCount, workWaiting } from '@/db/queries/work-waiting';
import { type WorkAsked, worklist } from '@/db/queries/worklist';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { NONE } from '@/lib/filters';
import { createWorld } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const TODAY = todayIn('America/New_York');
const DAY = { asOf: TODAY, currency: 'USD' };
const ago = (days: number) => addDays(TODAY, -days);

const listed = (w: World, more: Partial<WorkAsked> = {}) =>
  w.read((tx) =>
    worklist(tx, { ...DAY, owner: null, tag: null, bucket: null, bounds: DEFAULT_BOUNDS, ...more }),
  );
const names = async (w: World, more: Partial<WorkAsked> = {}) =>
  (await listed(w, more)).works.map(({ customer }) => customer);
const call = (w: World) =>
  w.write((tx) =>
    logCall(tx, w.admin, {
      customerId: w.customerId,
      outcome: 'left_message',
      calledOn: TODAY,
      note: 'Twice',
    }),
  );
const promise = (w: World, amount: number, days: number) =>
  w.write((tx) =>
    recordPromise(tx, w.admin, {
      ...DAY,
      customerId: w.customerId,
      amountMinor: toMinor(amount),
      promisedOn: TODAY,
      promisedFor: addDays(TODAY, days),
    }),
  );

async function twoLate() {
  const w = await createWorld();
  const beta = await w.addCustomer('Beta');
  await w.invoice(10_000, ago(20), { on: ago(50) });
  await w.invoice(4_000, ago(70), { on: ago(90), customerId: beta });
  return { w, beta };
}

test('whoever is late is on the list, those first of whom most can be expected', async () => {
  const { w } = await twoLate();
  const { works, counts, lateCount } = await listed(w);
  expect(
    works.map(({ customer, step, expected }) => [customer, step.kind, step.amountMinor, expected]),
  ).toEqual([
    ['Acme', 'late', 10_000, 2_000],
    ['Beta', 'late', 4_000, 800],
  ]);
  expect([counts, lateCount]).toEqual([{ call: 2, dispute: 0, decide: 0 }, 2]);
  expect(await w.read((tx) => navCounts(tx, DAY))).toEqual({ work: 2, unapplied: 0 });
  expect(await listed(w, { currency: 'EUR' })).toMatchObject({ works: [], lateCount: 0 });
});

test('a call takes the customer off the list of its day alone, and taking it back brings it back', async () => {
  const { w } = await twoLate();
  const { callId } = await call(w);
  expect(await names(w)).toEqual(['Beta']);
  expect((await w.read((tx) => navCounts(tx, DAY))).work).toBe(1);
  expect(await names(w, { asOf: addDays(TODAY, 1) })).toEqual(['Beta', 'Acme']);
  const steps = await w.read((tx) => nextSteps(tx, DAY));
  expect(steps.filter((step) => 'account' in step && step.account.customer === 'Acme')).toEqual([]);
  await w.write((tx) => withdrawCall(tx, w.admin, { callId }));
  expect(await names(w)).toEqual(['Acme', 'Beta']);
});

test('a snoozed customer is back on its day, or when the snooze is ended', async () => {
  const { w } = await twoLate();
  const until = addDays(TODAY, 3);
  const { snoozeId } = await w.write((tx) =>
    snoozeCustomer(tx, w.admin, { customerId: w.customerId, snoozedOn: TODAY, until, reason: 'On holiday' }),
  );
  expect(await names(w)).toEqual(['Beta']);
  expect(await names(w, { asOf: addDays(TODAY, 2) })).toEqual(['Beta']);
  expect(await names(w, { asOf: until })).toEqual(['Acme', 'Beta']);
  expect(await w.read((tx) => workWaiting(tx, DAY))).toMatchObject({
    snoozed: [{ snoozeId, customer: 'Acme', until, reason: 'On holiday' }],
  });
  await w.write((tx) => endSnooze(tx, w.admin, { snoozeId }));
  expect(await names(w)).toEqual(['Acme', 'Beta']);
});

test('a promise of at least half of what is late is waited for; a smaller one is not', async () => {
  const { w } = await twoLate();
  const small = await promise(w, 4_999, 5);
  expect(await names(w)).toEqual(['Acme', 'Beta']);
  await promise(w, 1, 5);
  expect(await names(w)).toEqual(['Beta']);
  expect(await names(w, { asOf: addDays(TODAY, 6) })).toContain('Acme');
  const { awaited } = await w.read((tx) => workWaiting(tx, DAY));
  expect(awaited.map((each) => each.amountMinor)).toEqual([4_999, 1]);
  await w.write((tx) => cancelPromise(tx, w.admin, small));
  expect(await names(w)).toEqual(['Acme', 'Beta']);
});

test('a dispute is work of its own, and what is contested is not called about', async () => {
  const { w } = await twoLate();
  const { documentId } = await w.invoice(50_000, ago(30), { on: ago(60) });
  await w.write((tx) =>
    openDispute(tx, w.admin, { documentId, reason: 'Wrong price', openedOn: ago(2), owner: 'Priya' }),
  );
  const { works, counts } = await listed(w);
  expect(works.map(({ customer, kind, step }) => [customer, kind, step.amountMinor])).toEqual([
    ['Acme', 'dispute', 50_000],
    ['Beta', 'call', 4_000],
  ]);
  expect(counts).toEqual({ call: 1, dispute: 1, decide: 0 });
  await w.invoice(90_000, ago(20), { on: ago(60) });
  const hidden = await listed(w);
  expect(hidden.works.map(({ customer, kind }) => [customer, kind])).toEqual([
    ['Acme', 'call'],
    ['Beta', 'call'],
  ]);
  await call(w);
  const { disputes, ...after } = await listed(w);
  expect(disputes.map(({ customer, step }) => [customer, step.amountMinor])).toEqual([['Acme', 50_000]]);
  expect(after.counts).toEqual({ call: 1, dispute: 1, decide: 0 });
  expect(after.works.map(({ customer }) => customer)).toEqual(['Beta']);
});

test('the menu counts the customers on the list, and payments that wait', async () => {
  const { w } = await twoLate();
  const { documentId } = await w.invoice(50_000, ago(30), { on: ago(60) });
  await w.write((tx) => openDispute(tx, w.admin, { documentId, reason: 'Wrong price', openedOn: ago(2) }));
  await w.pay(300, TODAY, { apply: 'none' });
  expect(await w.read((tx) => navCounts(tx, DAY))).toEqual({ work: 2, unapplied: 1 });
});

test('owner, tag and the age of the oldest invoice narrow the list', async () => {
  const { w, beta } = await twoLate();
  const facts = { customerId: beta, owner: 'Priya', tags: ['vip'] };
  await w.write((tx) => updateCustomer(tx, w.admin, facts));
  expect(await names(w, { owner: 'Priya' })).toEqual(['Beta']);
  expect(await names(w, { owner: NONE })).toEqual(['Acme']);
  expect(await names(w, { tag: 'vip' })).toEqual(['Beta']);
  expect(await names(w, { bucket: 1 })).toEqual(['Acme']);
  expect(await names(w, { bucket: 3 })).toEqual(['Beta']);
  expect(await names(w, { bucket: 5 })).toEqual([]);
});

test('the day counts the customers seen to, and what was promised on it', async () => {
  const { w, beta } = await twoLate();
  expect(await w.read((tx) => workProgress(tx, DAY))).toEqual({
    doneCount: 0,
    deedCount: 0,
    promisedMinor: 0,
  });
  await call(w);
  await call(w);
  await w.write((tx) =>
    snoozeCustomer(tx, w.admin, { customerId: beta, snoozedOn: TODAY, until: addDays(TODAY, 1) }),
  );
  await promise(w, 7_000, 4);
  expect(await w.read((tx) => workProgress(tx, DAY))).toEqual({
    doneCount: 2,
    deedCount: 3,
    promisedMinor: 7_000,
  });
  // Beta is left alone, and Acme's promise runs.
  expect(await w.read((tx) => waitingCount(tx, DAY))).toBe(2);
  const done = await w.read((tx) => workDone(tx, TODAY));
  expect(done.map(({ customer, outcome, until }) => [customer, outcome, until])).toEqual([
    ['Beta', null, addDays(TODAY, 1)],
    ['Acme', 'left_message', null],
    ['Acme', 'left_message', null],
  ]);
  expect(done.at(-1)).toMatchObject({ said: 'Twice', actorName: 'Ada Admin' });
  const other = await createWorld();
  expect(await other.read((tx) => workDone(tx, TODAY))).toEqual([]);
  expect(await other.read((tx) => waitingCount(tx, DAY))).toBe(0);
});
