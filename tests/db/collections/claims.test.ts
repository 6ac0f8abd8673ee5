import { expect, test } from 'vitest';
import { cancelPromise } from '@/db/commands/cancel-promise';
import { openDispute } from '@/db/commands/open-dispute';
import { placeHold } from '@/db/commands/place-hold';
import { recordPromise } from '@/db/commands/record-promise';
import { releaseHold } from '@/db/commands/release-hold';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { reverseDocument } from '@/db/commands/reverse-document';
import { writeNote } from '@/db/commands/write-note';
import { disputeList } from '@/db/queries/disputes';
import { holdList } from '@/db/queries/holds';
import { noteList } from '@/db/queries/notes';
import { promiseList } from '@/db/queries/promises';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const PAGE = { limit: 100, offset: 0 };

const promise = (w: World, amount: number, documentId?: string, more: { on?: string; by?: string } = {}) =>
  w.write((tx) =>
    recordPromise(tx, w.admin, {
      customerId: w.customerId,
      ...(documentId ? { documentId } : {}),
      currency: 'USD',
      amountMinor: toMinor(amount),
      promisedOn: day(more.on ?? '2026-03-01'),
      promisedFor: day(more.by ?? '2026-03-10'),
    }),
  );
const statusOn = async (w: World, promiseId: string, on: string) =>
  (await w.read((tx) => promiseList(tx, day(on), { promiseId }, PAGE)))[0]?.status;
const dispute = (w: World, documentId: string, amount?: number) =>
  w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId,
      ...(amount === undefined ? {} : { amountMinor: toMinor(amount) }),
      reason: 'Two boxes missing',
      openedOn: day('2026-03-01'),
    }),
  );

test('a promise of an invoice is kept by payments of it in time, and a bounced one breaks it again', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(100_000, '2026-02-04');
  await w.pay(10_000, '2026-02-20');
  const { promiseId } = await promise(w, 50_000, documentId);
  expect(await statusOn(w, promiseId, '2026-03-10')).toBe('active');
  expect(await statusOn(w, promiseId, '2026-03-11')).toBe('broken');
  const paid = await w.pay(50_000, '2026-03-09');
  expect(await statusOn(w, promiseId, '2026-03-08')).toBe('active');
  expect(await statusOn(w, promiseId, '2026-03-11')).toBe('kept');
  const bounced = {
    documentId: paid.documentId,
    kind: 'payment',
    reason: 'No funds',
    source: 'staff',
  } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, { ...bounced, on: day('2026-03-20') }));
  expect(await statusOn(w, promiseId, '2026-03-19')).toBe('kept');
  expect(await statusOn(w, promiseId, '2026-03-20')).toBe('broken');
});

test('a promise for the account is kept by money that arrives in time, applied or not', async () => {
  const w = await createWorld();
  await w.invoice(50_000, '2026-02-04');
  const { promiseId } = await promise(w, 50_000);
  await w.pay(20_000, '2026-03-05', { apply: 'none' });
  await w.pay(90_000, '2026-03-11', { apply: 'none' });
  expect(await statusOn(w, promiseId, '2026-03-12')).toBe('partly_kept');
  await w.pay(30_000, '2026-03-10', { apply: 'none' });
  expect(await statusOn(w, promiseId, '2026-03-12')).toBe('kept');
});

test('a promise is of something, for no day before it, of no more than is open, and taken back once', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  expect(await refusalOf(promise(w, 10_001, documentId))).toBe('over_allocation');
  await w.invoice(5_000, '2026-03-04');
  await w.invoice(70_000, '2026-02-04', { customerId: await w.addCustomer('Beta') });
  await w.pay(2_000, '2026-02-05', { apply: 'none' });
  expect(await refusalOf(promise(w, 15_001))).toBe('over_allocation');
  await promise(w, 15_000);
  expect(await refusalOf(promise(w, 0, documentId))).toBe('amount_must_be_positive');
  expect(await refusalOf(promise(w, 1, documentId, { by: '2026-02-28' }))).toBe('invalid');
  const other = await createWorld();
  expect(await refusalOf(promise(other, 1, documentId))).toBe('not_found');
  const { promiseId } = await promise(w, 10_000, documentId);
  const cancel = (by: World) => by.write((tx) => cancelPromise(tx, by.admin, { promiseId }));
  expect(await refusalOf(cancel(other))).toBe('not_found');
  const outcomes = await Promise.allSettled([cancel(w), cancel(w)]);
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await statusOn(w, promiseId, '2026-04-01')).toBe('cancelled');
});

test('disputes of an invoice never exceed what is open, however many are opened at once', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => dispute(w, documentId, 4_000)));
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(2);
  expect(await refusalOf(dispute(w, documentId, 2_001))).toBe('over_allocation');
  expect(await refusalOf(dispute(w, documentId, 0))).toBe('amount_must_be_positive');
  await dispute(w, documentId);
  expect(await refusalOf(dispute(w, documentId))).toBe('over_allocation');
  const rows = await w.read((tx) => disputeList(tx, { documentId }, PAGE));
  expect(rows.map((row) => row.amountMinor).toSorted()).toEqual([2_000, 4_000, 4_000]);
  expect(await w.openAt('2026-03-31')).toEqual({ 'INV-00001': 10_000 });
});

test('a dispute ends once, and what is left is owed as before', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  const { disputeId } = await dispute(w, documentId);
  const resolve = (by: World) =>
    by.write((tx) => resolveDispute(tx, by.admin, { disputeId, resolution: 'Boxes found' }));
  expect(await refusalOf(resolve(await createWorld()))).toBe('not_found');
  await resolve(w);
  expect(await refusalOf(resolve(w))).toBe('already_undone');
  await dispute(w, documentId, 10_000);
});

test('a note stays as it was written, and no role can change it', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  const { noteId } = await w.write((tx) =>
    writeNote(tx, w.admin, { customerId: w.customerId, documentId, text: 'Rang Ms Ito' }),
  );
  const rows = await w.read((tx) => noteList(tx, { customerId: w.customerId }, PAGE));
  expect(rows).toMatchObject([{ id: noteId, documentId, text: 'Rang Ms Ito' }]);
  const other = await createWorld();
  const foreign = { customerId: other.customerId, documentId, text: 'x' };
  expect(await refusalOf(other.write((tx) => writeNote(tx, other.admin, foreign)))).toBe('not_found');
  expect(await other.read((tx) => noteList(tx, { noteId }, PAGE))).toEqual([]);
});

test('the same is on hold once at a time, and is released once', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  const place = (more: { documentId?: string; kind?: 'credit' } = {}) =>
    w.write((tx) =>
      placeHold(tx, w.admin, {
        customerId: w.customerId,
        kind: 'reminders',
        reason: 'Asked for time',
        placedOn: day('2026-03-01'),
        ...more,
      }),
    );
  const { holdId } = await place();
  await place({ documentId });
  await place({ kind: 'credit' });
  expect(await refusalOf(place())).toBe('duplicate');
  expect(await refusalOf(place({ kind: 'credit', documentId }))).toBe('invalid');
  const release = (by: World) =>
    by.write((tx) => releaseHold(tx, by.admin, { holdId, on: day('2026-02-01') }));
  expect(await refusalOf(release(await createWorld()))).toBe('not_found');
  await release(w);
  expect(await refusalOf(release(w))).toBe('already_undone');
  const [row] = await w.read((tx) => holdList(tx, { holdId }, PAGE));
  expect(row?.releasedOn).toBe('2026-03-01');
  await place();
});

test('what is said of a customer is in the activity', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  await promise(w, 100, documentId);
  await dispute(w, documentId);
  const verbs = await owner<{ verb: string }[]>`
    select verb from activity where org_id = ${w.org.id} and customer_id = ${w.customerId} order by sequence`;
  expect(verbs.map((row) => row.verb).slice(-2)).toEqual(['promise_recorded', 'dispute_opened']);
});
