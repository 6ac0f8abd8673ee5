import { expect, test } from 'vitest';
import { chargeReminder, sendReminder, withdrawReminder } from '@/db/commands/end-reminder';
import { openDispute } from '@/db/commands/open-dispute';
import { placeHold } from '@/db/commands/place-hold';
import { recordPromise } from '@/db/commands/record-promise';
import { reverseDocument } from '@/db/commands/reverse-document';
import { runReminders } from '@/db/commands/run-reminders';
import { setReminderPolicy } from '@/db/commands/set-reminder-policy';
import { type WriteReminder, writeReminder } from '@/db/commands/write-reminder';
import { reminderHistories } from '@/db/queries/reminder-histories';
import { reminderList } from '@/db/queries/reminders';
import { unpaidOf } from '@/db/queries/unpaid';
import { toMinor } from '@/lib/domain/money';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

const policy = (w: World, changes: Partial<ReminderPolicy>) =>
  w.write((tx) => setReminderPolicy(tx, w.admin, changes));
const run = (w: World, on: string) => w.write((tx) => runReminders(tx, w.admin, { on: day(on) }));
const remind = (w: World, date: string, documentIds: string[], more: Partial<WriteReminder> = {}) =>
  w.write((tx) =>
    writeReminder(tx, w.admin, { customerId: w.customerId, date: day(date), documentIds, ...more }),
  );
const reminder = async (w: World, reminderId: string, asOf = '2026-12-31') =>
  (await w.read((tx) => reminderList(tx, day(asOf), { reminderId }, { limit: 1, after: null }))).rows[0];

test('a reminder demands what was open on its day, a fee, and interest since each due day', async () => {
  const w = await createWorld();
  const a = await w.invoice(1_000_000, '2026-02-01');
  const b = await w.invoice(30_000, '2026-03-18');
  await w.pay(10_000, '2026-03-10', {
    apply: [{ invoiceId: b.documentId, amountMinor: toMinor(10_000) }],
    receivedOn: day('2026-03-19'),
  });
  const { reminderId } = await remind(w, '2026-03-18', [a.documentId, b.documentId], {
    feeMinor: toMinor(500),
    interestPercent: '10.15',
  });
  expect(await reminder(w, reminderId)).toMatchObject({
    status: 'unresolved',
    level: 1,
    outstandingMinor: 1_030_000,
    interestMinor: 12_514,
    feeMinor: 500,
    lines: [
      { documentId: a.documentId, outstandingMinor: 1_000_000, daysPastDue: 45, interestMinor: 12_514 },
      { documentId: b.documentId, outstandingMinor: 30_000, daysPastDue: 0, interestMinor: 0 },
    ],
  });
});

test('a reminder is resolved by what settles its invoices, and no longer when that is taken back', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const { reminderId } = await remind(w, '2026-02-10', [documentId]);
  await w.pay(10_000, '2026-02-12', { apply: 'none' });
  expect((await reminder(w, reminderId))?.status).toBe('unresolved');
  const paid = await w.pay(10_000, '2026-02-15');
  expect((await reminder(w, reminderId))?.status).toBe('resolved');
  expect((await reminder(w, reminderId, '2026-02-14'))?.status).toBe('unresolved');
  const back = { documentId: paid.documentId, kind: 'payment', reason: 'No funds', source: 'staff' } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, back));
  expect((await reminder(w, reminderId))?.status).toBe('unresolved');
});

test('a reminder names open invoices of one customer and currency', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-02-01');
  const euro = await w.invoice(10_000, '2026-02-01', { currency: 'EUR' });
  expect(await refusalOf(remind(w, '2026-02-10', [a.documentId, euro.documentId]))).toBe('currency_mismatch');
  expect(await refusalOf(remind(w, '2026-01-31', [a.documentId]))).toBe('not_found');
  await w.pay(10_000, '2026-02-05');
  expect(await refusalOf(remind(w, '2026-02-10', [a.documentId]))).toBe('over_allocation');
  expect(await refusalOf(remind(await createWorld(), '2026-02-10', [a.documentId]))).toBe('not_found');
});

test('the charges of a reminder are billed once, and a reminder that was taken back not at all', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const fee = { feeMinor: toMinor(500) };
  const [first, second] = [
    await remind(w, '2026-02-10', [documentId], fee),
    await remind(w, '2026-02-20', [documentId], fee),
  ];
  const charge = (of: { reminderId: string }) => w.write((tx) => chargeReminder(tx, w.admin, of));
  const outcomes = await Promise.allSettled([charge(first), charge(first), charge(first)]);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await w.openAt('2026-02-28')).toEqual({ 'INV-00001': 10_000, 'FEE-00001': 500 });
  await w.write((tx) => withdrawReminder(tx, w.admin, { ...second, reason: 'Sent in error' }));
  expect(await refusalOf(charge(second))).toBe('already_undone');
  expect((await reminder(w, second.reminderId))?.status).toBe('withdrawn');
  const bare = await remind(w, '2026-02-25', [documentId]);
  expect((await reminder(w, bare.reminderId))?.level).toBe(2);
  expect(await refusalOf(charge(bare))).toBe('amount_must_be_positive');
});

test('a run takes each step of an item once, however often and by however many it is run', async () => {
  const w = await createWorld();
  await policy(w, { steps: [1, 7], quietDays: 0 });
  await w.invoice(10_000, '2026-02-01');
  expect((await run(w, '2026-02-01')).reminders).toEqual([]);
  const rans = await Promise.all([1, 2, 3].map(() => run(w, '2026-02-02')));
  expect(rans.flatMap((ran) => ran.reminderIds)).toHaveLength(1);
  const again = await run(w, '2026-02-03');
  expect(again.skipped.map((each) => each.reason)).toEqual(['no_step']);
  expect(await refusalOf(run(w, '2026-02-02'))).toBe('run_date_before_last_run');
  const second = await run(w, '2026-02-08');
  expect(second.reminders.map((each) => each.level)).toEqual([2]);
  expect((await run(w, '2026-03-08')).reminders).toEqual([]);
});

test('a run leaves alone what is disputed, promised or held, and what is paid by that day', async () => {
  const w = await createWorld();
  await policy(w, { steps: [1], quietDays: 0 });
  const late = async (number: string) => (await w.invoice(10_000, '2026-02-01', { number })).documentId;
  const [disputed, promised, held] = [await late('D'), await late('P'), await late('H')];
  const { customerId } = w;
  const on = day('2026-02-02');
  await w.write((tx) => openDispute(tx, w.admin, { documentId: disputed, reason: 'x', openedOn: on }));
  const promise = {
    currency: 'USD',
    amountMinor: toMinor(10_000),
    promisedOn: on,
    promisedFor: day('2026-02-10'),
  };
  await w.write((tx) => recordPromise(tx, w.admin, { customerId, documentId: promised, ...promise }));
  const hold = { kind: 'reminders', reason: 'x', placedOn: on } as const;
  await w.write((tx) => placeHold(tx, w.admin, { customerId, documentId: held, ...hold }));
  const ran = await run(w, '2026-02-10');
  expect(ran.reminders).toEqual([]);
  expect(Object.fromEntries(ran.skipped.map((each) => [each.documentId, each.reason]))).toEqual({
    [disputed]: 'disputed',
    [promised]: 'promised',
    [held]: 'held',
  });
  const after = await run(w, '2026-02-11');
  expect(after.reminders.map((each) => each.lines.map((line) => line.documentId))).toEqual([[promised]]);
});

test('attempts count per currency while what they name is open, and none waits for another', async () => {
  const w = await createWorld();
  const minimums = { EUR: toMinor(15_000), USD: toMinor(10_000) };
  await policy(w, { steps: [1, 1], minimumsMinor: minimums, maxAttempts: 2, quietDays: 2 });
  const due = '2026-01-20';
  await w.invoice(14_900, due, { currency: 'EUR' });
  await w.invoice(12_000, due);
  const attempts = async (on: string) => {
    await run(w, on);
    const histories = await w.read((tx) => reminderHistories(tx, day(on), [w.customerId]));
    return Object.fromEntries(histories.map((each) => [each.currency, each.attempts]));
  };
  expect(await attempts('2026-02-03')).toEqual({ USD: 1 });
  expect(await attempts('2026-02-05')).toEqual({ USD: 1 });
  await w.invoice(1_000, due, { currency: 'EUR' });
  expect(await attempts('2026-02-06')).toEqual({ USD: 2, EUR: 1 });
  expect(await attempts('2026-02-09')).toEqual({ USD: 2, EUR: 2 });
  expect(await attempts('2026-02-12')).toEqual({ USD: 2, EUR: 2 });
  await w.pay(12_000, '2026-02-13');
  expect(await attempts('2026-02-14')).toEqual({ USD: 0, EUR: 2 });
});

test('where somebody sends reminders by hand, an item goes no further before that', async () => {
  const w = await createWorld();
  await policy(w, { steps: [5, 20, 40], quietDays: 0, isByHand: true });
  await w.invoice(10_000, '2026-01-01');
  expect((await run(w, '2026-01-05')).reminderIds).toEqual([]);
  const [reminderId = ''] = (await run(w, '2026-01-06')).reminderIds;
  expect((await run(w, '2026-01-31')).skipped.map((each) => each.reason)).toEqual(['waits_to_be_sent']);
  const send = (by: World) => by.write((tx) => sendReminder(tx, by.admin, { reminderId }));
  expect(await refusalOf(send(await createWorld()))).toBe('not_found');
  await send(w);
  expect(await refusalOf(send(w))).toBe('duplicate');
  expect((await run(w, '2026-01-31')).reminders.map((each) => each.level)).toEqual([2]);
});

test('a reminder that somebody sends is as urgent as its step, with a copy to whoever is above at the last', async () => {
  const w = await createWorld();
  await owner`update customers set email = 'pay@example.com' where id = ${w.customerId}`;
  await owner`insert into contacts (id, org_id, customer_id, name, email, roles)
    values (gen_random_uuid(), ${w.org.id}, ${w.customerId}, 'Boss', 'boss@example.com', array['escalation'])`;
  await policy(w, { steps: [1, 20], quietDays: 0, isByHand: true });
  await w.invoice(10_000, '2026-01-01');
  for (const on of ['2026-01-03', '2026-01-31']) {
    const [reminderId = ''] = (await run(w, on)).reminderIds;
    await w.write((tx) => sendReminder(tx, w.admin, { reminderId }));
  }
  const mails =
    await owner`select params->>'stage' as stage, cc from mails where org_id = ${w.org.id} order by created_at`;
  expect([...mails]).toEqual([
    { stage: 'first', cc: [] },
    { stage: 'last', cc: ['boss@example.com'] },
  ]);
});

test('a policy that goes backwards, or has one name twice, is refused', async () => {
  const w = await createWorld();
  expect(await refusalOf(policy(w, { steps: [7, 1] }))).toBe('invalid');
  const state = { name: 'Late', conditions: [] };
  expect(await refusalOf(policy(w, { states: [state, state] }))).toBe('invalid');
  expect(await refusalOf(policy(w, { states: [{ name: 'clear', conditions: [] }] }))).toBe('invalid');
  expect((await policy(w, { quietDays: 5 })).steps).toEqual([-3, 1, 7, 14, 30]);
});

test('what a customer has not paid counts from the day it is due', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-04', { on: '2026-01-05' });
  await w.invoice(5_000, '2026-03-04', { on: '2026-01-05' });
  const unpaid = (on: string) =>
    w.read((tx) => unpaidOf(tx, { customerId: w.customerId, currency: 'USD', on: day(on) }));
  expect(await unpaid('2026-02-03')).toEqual({ count: 0, sumMinor: 0, earliestOn: null });
  expect(await unpaid('2026-02-04')).toEqual({ count: 1, sumMinor: 10_000, earliestOn: '2026-02-04' });
  await w.pay(10_000, '2026-03-05');
  expect(await unpaid('2026-03-05')).toEqual({ count: 1, sumMinor: 5_000, earliestOn: '2026-03-04' });
});
