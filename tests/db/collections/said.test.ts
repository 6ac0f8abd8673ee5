import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { writeReminder } from '@/db/commands/write-reminder';
import { documentById } from '@/db/queries/documents';
import { saidOfDocument } from '@/db/queries/said-of-document';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../../world';
import { invoiceInParts } from '../invoice-in-parts';

type World = Awaited<ReturnType<typeof createWorld>>;
const TODAY = day('2026-03-31');

const saidOf = (w: World, documentId: string) =>
  w.read(async (tx) => {
    const document = await documentById(tx, documentId, { asOf: TODAY, knownAt: null });
    if (!document) throw new Error('no such document');
    return saidOfDocument(tx, document, { asOf: TODAY, timeZone: w.org.timeZone });
  });

async function promise(w: World, documentId: string, promisedFor: string) {
  const facts = { customerId: w.customerId, currency: 'USD', amountMinor: toMinor(4_000) };
  const days = { promisedOn: day('2026-03-02'), promisedFor: day(promisedFor) };
  await w.write((tx) => recordPromise(tx, w.admin, { ...facts, documentId, ...days }));
}

test('what was asked of an invoice is told of it alone: reminders, promises with what became of them, disputes', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-02-01');
  const b = await w.invoice(5_000, '2026-02-01');
  const remind = (on: string, documentIds: string[]) =>
    w.write((tx) => writeReminder(tx, w.admin, { customerId: w.customerId, date: day(on), documentIds }));
  await remind('2026-02-10', [a.documentId, b.documentId]);
  await remind('2026-02-20', [a.documentId]);
  await promise(w, a.documentId, '2026-03-10');
  await promise(w, a.documentId, '2026-04-10');
  await w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId: b.documentId,
      amountMinor: toMinor(1_000),
      reason: 'Broken',
      openedOn: day('2026-03-01'),
    }),
  );
  const ofA = await saidOf(w, a.documentId);
  expect(ofA.reminders.map(({ on, state }) => [on, state])).toEqual([
    ['2026-02-10', 'sent'],
    ['2026-02-20', 'sent'],
  ]);
  expect(ofA.promises.map(({ promisedFor, status, overOn }) => [promisedFor, status, overOn])).toEqual([
    ['2026-03-10', 'broken', '2026-03-11'],
    ['2026-04-10', 'active', '2026-04-11'],
  ]);
  expect(ofA.disputes).toEqual([]);
  const ofB = await saidOf(w, b.documentId);
  expect([ofB.reminders.length, ofB.promises.length]).toEqual([1, 0]);
  expect(ofB.disputes).toMatchObject([{ amountMinor: 1_000, reason: 'Broken', end: null }]);
});

test('an invoice in parts that one reminder names twice was reminded of once', async () => {
  const w = await createWorld();
  const { documentId } = await invoiceInParts(w);
  const input = { customerId: w.customerId, date: day('2026-03-20'), documentIds: [documentId] };
  await w.write((tx) => writeReminder(tx, w.admin, input));
  expect((await saidOf(w, documentId)).reminders).toHaveLength(1);
});
