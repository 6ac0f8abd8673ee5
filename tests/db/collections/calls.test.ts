import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { assignDispute } from '@/db/commands/assign-dispute';
import { endSnooze } from '@/db/commands/end-snooze';
import { type LogCall, logCall } from '@/db/commands/log-call';
import { openDispute } from '@/db/commands/open-dispute';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { snoozeCustomer } from '@/db/commands/snooze-customer';
import { withdrawCall } from '@/db/commands/withdraw-call';
import { disputeList } from '@/db/queries/disputes';
import { promiseList } from '@/db/queries/promises';
import { activity } from '@/db/schema/activity';
import { calls } from '@/db/schema/calls';
import { disputes } from '@/db/schema/disputes';
import { snoozes } from '@/db/schema/snoozes';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const PAGE = { limit: 100, offset: 0 };
const ON = day('2026-03-02');

const call = (w: World, more: Partial<LogCall> = {}, customerId = w.customerId) =>
  w.write((tx) => logCall(tx, w.admin, { customerId, outcome: 'no_answer', calledOn: ON, ...more }));
const promised = (amount: number) => ({
  outcome: 'promised' as const,
  promise: { currency: 'USD', amountMinor: toMinor(amount), promisedFor: day('2026-03-10') },
});
const verbsOf = async (w: World) =>
  (await w.read((tx) => tx.select({ verb: activity.verb }).from(activity).orderBy(activity.sequence))).map(
    (row) => row.verb,
  );
const snooze = (w: World, until: string, customerId = w.customerId) =>
  w.write((tx) => snoozeCustomer(tx, w.admin, { customerId, snoozedOn: ON, until: day(until) }));

test('a call is noted with whom, how it went and what was said, and is taken back once', async () => {
  const w = await createWorld();
  const { callId } = await call(w, { contactName: 'Dana Whitlock', note: 'Try in the morning' });
  const [row] = await w.read((tx) => tx.select().from(calls));
  expect(row).toMatchObject({
    id: callId,
    outcome: 'no_answer',
    contactName: 'Dana Whitlock',
    note: 'Try in the morning',
    calledOn: ON,
    createdBy: w.admin.userId,
    withdrawnAt: null,
  });
  const withdraw = () => w.write((tx) => withdrawCall(tx, w.admin, { callId }));
  const outcomes = await Promise.allSettled([withdraw(), withdraw()]);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await refusalOf(withdraw())).toBe('already_undone');
  expect((await verbsOf(w)).slice(-2)).toEqual(['call_logged', 'call_withdrawn']);
});

test('what a call brought is noted with it, or nothing is', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const { promiseId } = await call(w, promised(8_000));
  const [promise] = await w.read((tx) => promiseList(tx, ON, { promiseId: promiseId ?? '' }, PAGE));
  expect(promise).toMatchObject({ amountMinor: 8_000, promisedOn: ON, promisedFor: '2026-03-10' });
  const dispute = { documentId, reason: 'Two boxes missing', owner: 'Priya' };
  await call(w, { outcome: 'disputed', dispute });
  const [row] = await w.read((tx) => disputeList(tx, { documentId }, PAGE));
  expect(row).toMatchObject({ amountMinor: 10_000, reason: 'Two boxes missing', openedOn: ON });
  expect(await refusalOf(call(w, promised(0)))).toBe('amount_must_be_positive');
  expect(await refusalOf(call(w, { outcome: 'disputed', dispute }))).toBe('over_allocation');
  expect(await w.read((tx) => tx.select().from(calls))).toHaveLength(2);
});

test('the outcome and what came of it belong together', async () => {
  const w = await createWorld();
  expect(await refusalOf(call(w, { outcome: 'promised' }))).toBe('invalid');
  expect(await refusalOf(call(w, { outcome: 'disputed' }))).toBe('invalid');
  expect(await refusalOf(call(w, { ...promised(100), outcome: 'no_answer' }))).toBe('invalid');
  expect(await w.read((tx) => tx.select().from(calls))).toEqual([]);
});

test("calls and snoozes of another organization's customer are not there, and cannot be taken back", async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  expect(await refusalOf(call(w, {}, other.customerId))).toBe('not_found');
  expect(await refusalOf(snooze(w, '2026-03-09', other.customerId))).toBe('not_found');
  const { callId } = await call(other);
  const { snoozeId } = await snooze(other, '2026-03-09');
  expect(await refusalOf(w.write((tx) => withdrawCall(tx, w.admin, { callId })))).toBe('not_found');
  expect(await refusalOf(w.write((tx) => endSnooze(tx, w.admin, { snoozeId })))).toBe('not_found');
});

test('a customer is snoozed until one day at a time: the last word counts, and it can be ended before', async () => {
  const w = await createWorld();
  expect(await refusalOf(snooze(w, '2026-03-02'))).toBe('invalid');
  await Promise.all([snooze(w, '2026-03-05'), snooze(w, '2026-03-06')]);
  const { snoozeId } = await snooze(w, '2026-03-09');
  const live = async () =>
    (await w.read((tx) => tx.select().from(snoozes))).filter((row) => row.endedAt === null);
  expect(await live()).toMatchObject([{ id: snoozeId, until: '2026-03-09' }]);
  await w.write((tx) => endSnooze(tx, w.admin, { snoozeId }));
  expect(await live()).toEqual([]);
  expect(await refusalOf(w.write((tx) => endSnooze(tx, w.admin, { snoozeId })))).toBe('already_undone');
});

test('a dispute is given to somebody while it lasts, and saying the same again notes nothing', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const { disputeId } = await w.write((tx) =>
    openDispute(tx, w.admin, { documentId, reason: 'Wrong price', openedOn: ON }),
  );
  const assign = (owner: string | null, by: World = w) =>
    by.write((tx) => assignDispute(tx, by.admin, { disputeId, owner }));
  const ownerOf = async () =>
    (await w.read((tx) => tx.select().from(disputes).where(eq(disputes.id, disputeId))))[0]?.owner;
  await assign('Priya');
  await assign('Priya');
  expect(await ownerOf()).toBe('Priya');
  expect((await verbsOf(w)).filter((verb) => verb === 'dispute_assigned')).toHaveLength(1);
  expect(await refusalOf(assign('Max', other))).toBe('not_found');
  await assign(null);
  expect(await ownerOf()).toBeNull();
  await w.write((tx) => resolveDispute(tx, w.admin, { disputeId, resolution: 'Agreed' }));
  expect(await refusalOf(assign('Max'))).toBe('already_undone');
});
