import { expect, test } from 'vitest';
import { applyCredit } from '@/db/commands/apply-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { agingReport } from '@/db/queries/aging';
import { lastRecorded } from '@/db/queries/last-recorded';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import { dueBetween } from '@/db/queries/open-items';
import { toMinor } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, day, owner, refusalOf } from '../../world';

test('the balance of an invoice on any day follows what happened by then (worked example)', async () => {
  const w = await createWorld();
  await w.invoice(100000, '2026-02-04', { on: '2026-01-05', number: 'A' });
  await w.pay(40000, '2026-02-20');
  await w.pay(10000, '2026-03-10');
  await w.pay(50000, '2026-04-02');
  expect(await w.openAt('2026-01-04')).toEqual({});
  expect(await w.openAt('2026-01-31')).toEqual({ A: 100000 });
  expect(await w.openAt('2026-02-28')).toEqual({ A: 60000 });
  expect(await w.openAt('2026-03-31')).toEqual({ A: 50000 });
  expect(await w.openAt('2026-04-30')).toEqual({});
});

test('a bounced payment opens its invoice again from the day it bounced, with the original due day', async () => {
  const w = await createWorld();
  await w.invoice(100000, '2026-02-04', { on: '2026-01-05', number: 'A' });
  const paid = await w.pay(40000, '2026-02-20');
  await w.pay(10000, '2026-03-10');
  const bounce = {
    documentId: paid.documentId,
    kind: 'payment',
    on: day('2026-03-05'),
    reason: 'No funds',
    source: 'staff',
  } as const;
  const reversal = await w.write((tx) => reverseDocument(tx, w.admin, bounce));
  expect(reversal.number).toBe('REV-00001');
  expect(await w.openAt('2026-02-28')).toEqual({ A: 60000 });
  expect(await w.openAt('2026-03-31')).toEqual({ A: 90000 });
  expect(await refusalOf(w.write((tx) => reverseDocument(tx, w.admin, bounce)))).toBe('already_reversed');
  expect(
    await refusalOf(
      w.write((tx) => reverseDocument(tx, w.admin, { ...bounce, documentId: reversal.documentId })),
    ),
  ).toBe('not_found');
});

test('ten people reversing one payment at once reverse it once', async () => {
  const w = await createWorld();
  await w.invoice(10000, '2026-02-04', { number: 'A' });
  const { documentId } = await w.pay(10000, '2026-02-20');
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      w.write((tx) =>
        reverseDocument(tx, w.admin, {
          documentId,
          kind: 'payment',
          reason: 'Wrong customer',
          source: 'staff',
        }),
      ),
    ),
  );
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  expect(await w.openAt('2026-02-20')).toEqual({ A: 10000 });
});

test('undoing an application opens both sides again, once; the day before stays as it was known', async () => {
  const w = await createWorld();
  await w.invoice(10000, '2026-02-04', { number: 'A' });
  const paid = await w.pay(6000, '2026-02-20');
  const now = await w.read(lastRecorded);
  const allocationId = paid.allocationIds[0] ?? '';
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId }));
  expect(await w.openAt('2026-02-20')).toEqual({ A: 10000, 'PMT-00001': -6000 });
  expect(await w.openAt('2026-02-20', {}, now)).toEqual({ A: 4000 });
  expect(await refusalOf(w.write((tx) => undoAllocation(tx, w.admin, { allocationId })))).toBe(
    'already_undone',
  );
  const stranger = await createWorld();
  expect(await refusalOf(stranger.write((tx) => undoAllocation(tx, stranger.admin, { allocationId })))).toBe(
    'not_found',
  );
});

test('an undo that takes effect later keeps the days in between taken: a new application moves past them', async () => {
  const w = await createWorld();
  await w.invoice(10000, '2026-02-01', { number: 'A' });
  const first = await w.pay(10000, '2026-02-05');
  await w.write((tx) =>
    undoAllocation(tx, w.admin, { allocationId: first.allocationIds[0] ?? '', on: day('2026-03-01') }),
  );
  await w.pay(10000, '2026-02-10');
  expect(await w.openAt('2026-02-15')).toEqual({ 'PMT-00002': -10000 });
  expect(await w.openAt('2026-03-01')).toEqual({ 'PMT-00001': -10000 });
});

test('voiding an invoice gives its payment back to the account, and keeps its number', async () => {
  const w = await createWorld();
  const a = await w.invoice(10000, '2026-02-04');
  await w.pay(10000, '2026-02-20');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: a.documentId,
      kind: 'invoice',
      on: day('2026-02-25'),
      reason: 'Twice',
      source: 'staff',
    }),
  );
  expect(await w.openAt('2026-02-24')).toEqual({});
  expect(await w.openAt('2026-02-25')).toEqual({ 'PMT-00001': -10000 });
  expect((await w.invoice(500, '2026-03-01')).number).toBe('INV-00002');
});

test('credit on the account can be applied later, and not twice', async () => {
  const w = await createWorld();
  await w.pay(10000, '2026-01-02');
  await w.invoice(7000, '2026-01-10', { number: 'A' });
  const [[debit], [credit]] = await w.read(async (tx) => [
    await openDebits(tx, w.customerId, 'USD'),
    await openCredits(tx, w.customerId, 'USD'),
  ]);
  const match = {
    debitItemId: debit!.itemId,
    creditItemId: credit!.creditItemId,
    amountMinor: toMinor(7000),
  };
  await w.write((tx) => applyCredit(tx, w.admin, [match]));
  expect(await w.openAt('2026-01-10')).toEqual({ 'PMT-00001': -3000 });
  expect(await refusalOf(w.write((tx) => applyCredit(tx, w.admin, [match])))).toBe('over_allocation');
});

test('nothing is posted, applied or reversed in a closed period', async () => {
  const w = await createWorld();
  await w.invoice(10000, '2026-01-10', { number: 'A' });
  const paid = await w.pay(4000, '2026-01-20');
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  expect(await refusalOf(w.invoice(100, '2026-01-31'))).toBe('period_locked');
  expect(await refusalOf(w.pay(100, '2026-01-31'))).toBe('period_locked');
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId: paid.allocationIds[0] ?? '' }));
  expect(await w.openAt('2026-01-31')).toEqual({ A: 6000 });
  expect(await w.openAt('2026-02-01')).toEqual({ A: 10000, 'PMT-00001': -4000 });
  await expect(
    owner`insert into open_items (id, org_id, customer_id, document_id, kind, instalment, currency, amount_minor, effective_on, due_on)
      select gen_random_uuid(), org_id, customer_id, document_id, kind, 9, currency, 0, '2026-01-31', due_on from open_items where org_id = ${w.org.id} limit 1`,
  ).rejects.toMatchObject({ code: 'DL001' });
});

test('what falls due in a span is the same figure on home, in the report and in its items', async () => {
  const w = await createWorld();
  await w.invoice(100, '2026-01-31', { number: 'LATE', on: '2026-01-01' });
  await w.invoice(200, '2026-02-01', { number: 'TODAY', on: '2026-01-01' });
  await w.invoice(400, '2026-02-02', { number: 'FIRST', on: '2026-01-01' });
  await w.invoice(800, '2026-03-01', { number: 'LAST', on: '2026-01-01' });
  await w.invoice(1600, '2026-03-02', { number: 'AFTER', on: '2026-01-01' });
  const span = { dueFrom: day('2026-02-01'), dueTo: day('2026-03-01') };
  const { filters } = readAgingFilters({ asOf: '2026-02-01', ...span }, w.org, day('2026-02-01'));
  const { due, report } = await w.read(async (tx) => ({
    due: await dueBetween(tx, filters, 'USD', span.dueTo),
    report: await agingReport(tx, filters),
  }));
  expect(due).toEqual({ amountMinor: 1400, itemCount: 3, firstOn: '2026-02-01' });
  expect(report.totals.totalMinor).toBe(1400);
  expect(await w.openAt('2026-02-01', span)).toEqual({ TODAY: 200, FIRST: 400, LAST: 800 });
});
