import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { restoreInvoice } from '@/db/commands/restore-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { disputeList } from '@/db/queries/disputes';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';
import type { World } from '../report-at';

async function claimed() {
  const w = await createWorld();
  const today = todayIn(w.org.timeZone);
  const a = await w.invoice(10_000, '2026-02-10', { number: 'A' });
  const b = await w.invoice(5_000, '2026-02-10', { number: 'B' });
  const { disputeId } = await w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId: a.documentId,
      amountMinor: toMinor(4_000),
      reason: 'Broken goods',
      openedOn: today,
    }),
  );
  await promise(w, a.documentId, 1_000, '2026-02-20');
  await promise(w, a.documentId, 6_000, addDays(today, 5));
  await promise(w, b.documentId, 5_000, addDays(today, 5));
  return { w, documentId: a.documentId, disputeId };
}

function promise(w: World, documentId: string, amount: number, promisedFor: string) {
  const input = {
    customerId: w.customerId,
    documentId,
    currency: 'USD',
    amountMinor: toMinor(amount),
  };
  return w.write((tx) =>
    recordPromise(tx, w.admin, { ...input, promisedFor: day(promisedFor), promisedOn: day('2026-02-11') }),
  );
}

function voidA({ w, documentId }: Awaited<ReturnType<typeof claimed>>) {
  const how = { documentId, kind: 'invoice', reason: 'Billed twice', source: 'staff' } as const;
  return w.write((tx) => reverseDocument(tx, w.admin, how));
}

/** "amount: why it was cancelled" of every promise; nothing where it stands. */
async function promised(w: World) {
  const rows = await owner`select amount_minor, cancel_reason, cancelled_by, cancelled_at from promises
    where org_id = ${w.org.id}`;
  return new Map(rows.map((row) => [Number(row.amount_minor), row]));
}

test('voiding an invoice resolves its dispute and cancels what is still promised, with who, when and why', async () => {
  const books = await claimed();
  const { w } = books;
  await voidA(books);
  const [dispute] =
    await owner`select resolution, resolved_by, resolved_at from disputes where org_id = ${w.org.id}`;
  const by = w.admin.userId;
  expect(dispute).toEqual({
    resolution: 'Voided: Billed twice',
    resolved_by: by,
    resolved_at: expect.any(Date),
  });
  const rows = await promised(w);
  expect(rows.get(6_000)).toMatchObject({ cancel_reason: 'Voided: Billed twice', cancelled_by: by });
  // Broken long before, and the other invoice's.
  expect([rows.get(1_000)?.cancelled_at, rows.get(5_000)?.cancelled_at]).toEqual([null, null]);
  const verbs =
    await owner`select verb from activity where org_id = ${w.org.id} order by sequence desc limit 3`;
  expect(verbs.map((row) => row.verb)).toEqual(['invoice_voided', 'promise_cancelled', 'dispute_resolved']);
});

test('restoring the invoice brings neither back', async () => {
  const books = await claimed();
  const { w, documentId } = books;
  await voidA(books);
  const made = await w.write((tx) => restoreInvoice(tx, w.admin, { documentId }));
  const of = (id: string) => w.read((tx) => disputeList(tx, { documentId: id }, { limit: 10, offset: 0 }));
  expect(await of(made.documentId)).toEqual([]);
  expect((await of(documentId)).map((row) => row.resolvedAt)).toEqual([expect.any(Date)]);
  expect((await promised(w)).get(6_000)?.cancelled_at).toEqual(expect.any(Date));
});

test('a void that is refused, or comes second, or from another business, ends nothing', async () => {
  const books = await claimed();
  const { w, disputeId } = books;
  const stranger = await createWorld();
  expect(await refusalOf(voidA({ ...books, w: stranger }))).toBe('not_found');
  const how = { disputeId, resolution: 'Talked about it' };
  await w.write((tx) => resolveDispute(tx, w.admin, how));
  await voidA(books);
  expect(await refusalOf(voidA(books))).toBe('already_reversed');
  const [dispute] = await owner`select resolution from disputes where org_id = ${w.org.id}`;
  expect(dispute?.resolution).toBe('Talked about it');
});

test('two who void it at once end its claims once', async () => {
  const books = await claimed();
  const results = await Promise.allSettled([voidA(books), voidA(books)]);
  expect(results.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const [count] = await owner`select count(*)::int as n from activity
    where org_id = ${books.w.org.id} and verb in ('dispute_resolved', 'promise_cancelled')`;
  expect(count?.n).toBe(2);
});
