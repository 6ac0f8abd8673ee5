import { expect, test } from 'vitest';
import { postDocuments } from '@/db/commands/post-documents';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { documentById } from '@/db/queries/documents';
import { type DocumentCursor, invoiceList } from '@/db/queries/invoices';
import { type PaymentRow, paymentList } from '@/db/queries/payments';
import type { Instant } from '@/lib/domain/instants';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../world';
import { history } from './history';
import { instantAfterNow } from './report-at';

const at = (asOf: string, knownAt: Instant | null = null) => ({ asOf: day(asOf), knownAt });
const FIRST = { limit: 50, after: null };
type AnyRow = Pick<PaymentRow, 'documentId' | 'customer'>;
type AnyList = (
  ...args: Parameters<typeof invoiceList>
) => Promise<{ rows: AnyRow[]; next: DocumentCursor | null }>;
const LISTS: AnyList[] = [invoiceList, paymentList];

test('a document shows what was open of it, and what settled it, as of any day', async () => {
  const w = await history();
  const show = (asOf: string) => w.read((tx) => documentById(tx, w.a.documentId, at(asOf)));
  expect(await show('2026-02-04')).toMatchObject({
    status: 'open',
    openMinor: 100_000,
    allocations: [],
    reversedBy: null,
  });
  expect(await show('2026-02-28')).toMatchObject({ status: 'part_paid', openMinor: 60_000 });
  const last = await show('2026-04-30');
  expect(last).toMatchObject({
    number: 'A',
    customerName: 'Acme',
    status: 'written_off',
    openMinor: 0,
    lines: [{ description: 'Goods', quantity: '1', netMinor: 100_000 }],
    items: [{ dueOn: '2026-02-04', amountMinor: 100_000, openMinor: 0 }],
  });
  expect(
    last?.allocations.map((each) => [each.other.kind, each.amountMinor, each.effectiveOn, each.undoneOn]),
  ).toEqual([
    ['payment', 40_000, '2026-02-20', null],
    ['credit_memo', 10_000, '2026-03-10', null],
    ['write_off', 50_000, '2026-04-02', null],
  ]);
  const payment = await w.read((tx) => documentById(tx, w.paid.documentId, at('2026-04-30')));
  expect(payment).toMatchObject({
    amountMinor: -40_000,
    openMinor: 0,
    payment: { method: 'Check', reference: '77', payer: null },
    allocations: [{ other: { number: 'A' }, amountMinor: 40_000, isReversal: false }],
  });
});

test('an application that was taken back is shown with the day it ended, and not before that day', async () => {
  const w = await history();
  const allocationId = w.paid.allocationIds[0]!;
  const knownAt = await instantAfterNow();
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId, on: day('2026-03-01') }));
  const show = (asOf: string, known: Instant | null = null) =>
    w.read((tx) => documentById(tx, w.a.documentId, at(asOf, known)));
  const first = async (asOf: string, known: Instant | null = null) =>
    (await show(asOf, known))?.allocations[0];
  expect(await first('2026-02-28')).toMatchObject({ allocationId, undoneOn: null });
  expect(await first('2026-03-01')).toMatchObject({ allocationId, undoneOn: '2026-03-01' });
  expect(await first('2026-03-01', knownAt)).toMatchObject({ allocationId, undoneOn: null });
  expect((await show('2026-03-01'))?.openMinor).toBe(100_000);
});

test('a voided invoice is void from that day, names what voided it, and a reversal cannot be undone', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-02-04', { number: 'A' });
  const reversal = await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: a.documentId,
      kind: 'invoice',
      on: day('2026-02-10'),
      reason: 'Twice',
      source: 'staff',
    }),
  );
  const show = (id: string, asOf: string) => w.read((tx) => documentById(tx, id, at(asOf)));
  expect(await show(a.documentId, '2026-02-09')).toMatchObject({ status: 'open', reversedBy: null });
  const voided = await show(a.documentId, '2026-02-10');
  expect(voided).toMatchObject({
    status: 'void',
    openMinor: 0,
    reversedBy: { number: 'REV-00001', reason: 'Twice', documentDate: '2026-02-10' },
    allocations: [{ isReversal: true }],
  });
  expect(await show(reversal.documentId, '2026-02-10')).toMatchObject({
    reverses: { number: 'A', kind: 'invoice' },
    allocations: [{ isReversal: true, other: { number: 'A' } }],
  });
  const allocationId = voided?.allocations[0]?.allocationId ?? '';
  expect(await refusalOf(w.write((tx) => undoAllocation(tx, w.admin, { allocationId })))).toBe(
    'cannot_reverse',
  );
});

test('a list of invoices says of each what its own page says, as of any day', async () => {
  const w = await history();
  await w.write(async (tx) => {
    await postDocuments(tx, w.admin, [
      {
        kind: 'invoice',
        customerId: w.customerId,
        documentDate: day('2026-01-10'),
        currency: 'USD',
        instalments: ['2026-02-10', '2026-03-10', '2026-04-10'].map((due) => ({
          dueOn: day(due),
          amountMinor: toMinor(1_000),
        })),
        source: 'staff',
      },
    ]);
  });
  const voided = await w.invoice(500, '2026-03-01');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: voided.documentId,
      kind: 'invoice',
      on: day('2026-03-05'),
      reason: 'x',
      source: 'staff',
    }),
  );
  await w.pay(1_500, '2026-03-02', { apply: 'oldest' });
  for (const asOf of ['2026-01-31', '2026-02-28', '2026-03-04', '2026-03-31', '2026-04-30']) {
    const { rows } = await w.read((tx) => invoiceList(tx, at(asOf), {}, FIRST));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const document = await w.read((tx) => documentById(tx, row.documentId, at(asOf)));
      expect([row.number, row.openMinor, row.status]).toEqual([
        document?.number,
        document?.openMinor,
        document?.status,
      ]);
      if (row.status !== 'void')
        expect(row.paidMinor + row.creditedMinor + row.openMinor).toBe(row.amountMinor);
    }
  }
  const { rows } = await w.read((tx) => invoiceList(tx, at('2026-04-30'), {}, FIRST));
  expect(
    rows.map((row) => [row.number, row.dueOn, row.paidMinor, row.creditedMinor, row.openMinor, row.status]),
  ).toEqual([
    ['INV-00002', '2026-03-01', 0, 0, 0, 'void'],
    ['INV-00001', '2026-03-10', 1_500, 0, 1_500, 'part_paid'],
    ['A', '2026-02-04', 40_000, 60_000, 0, 'written_off'],
  ]);
});

test('lists are read page by page without a gap or a repeat, and narrowed by customer, day and currency', async () => {
  const w = await createWorld();
  const beta = await w.addCustomer('Beta');
  for (let i = 0; i < 7; i += 1) {
    await w.invoice(1_000 + i, '2026-03-01', {
      on: `2026-01-0${1 + (i % 3)}`,
      customerId: i % 2 ? beta : w.customerId,
    });
    await w.pay(100 + i, `2026-02-0${1 + (i % 3)}`, { customerId: i % 2 ? beta : w.customerId });
  }
  await w.invoice(1, '2026-03-01', { currency: 'EUR' });
  for (const list of LISTS) {
    const all = await w.read((tx) => list(tx, at('2026-03-31'), { currency: 'USD' }, FIRST));
    expect(all.rows).toHaveLength(7);
    expect(all.next).toBeNull();
    const seen: string[] = [];
    let after: typeof all.next = null;
    do {
      const page: typeof all = await w.read((tx) =>
        list(tx, at('2026-03-31'), { currency: 'USD' }, { limit: 2, after }),
      );
      seen.push(...page.rows.map((row) => row.documentId));
      after = page.next;
    } while (after);
    expect(seen).toEqual(all.rows.map((row) => row.documentId));
    const narrow = await w.read((tx) =>
      list(tx, at('2026-03-31'), { customerId: beta, currency: 'USD' }, FIRST),
    );
    expect(new Set(narrow.rows.map((row) => row.customer))).toEqual(new Set(['Beta']));
  }
  const span = { from: day('2026-01-02'), to: day('2026-01-02'), currency: 'USD' };
  expect((await w.read((tx) => invoiceList(tx, at('2026-03-31'), span, FIRST))).rows).toHaveLength(2);
});

test('a payment names what of it pays which invoice, and what is left', async () => {
  const w = await createWorld();
  await w.invoice(3_000, '2026-01-10', { number: 'A' });
  await w.invoice(2_000, '2026-01-20', { number: 'B' });
  const paid = await w.pay(6_000, '2026-02-01');
  const bounced = await w.pay(500, '2026-02-02', { apply: 'none' });
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: bounced.documentId,
      kind: 'payment',
      reason: 'x',
      source: 'staff',
    }),
  );
  const list = async (asOf: string) => (await w.read((tx) => paymentList(tx, at(asOf), {}, FIRST))).rows;
  expect(await list('2026-02-28')).toMatchObject([
    { amountMinor: 500, unappliedMinor: 0, isReversed: true, parts: [] },
    {
      amountMinor: 6_000,
      unappliedMinor: 1_000,
      isReversed: false,
      parts: [
        { invoiceNumber: 'A', amountMinor: 3_000 },
        { invoiceNumber: 'B', amountMinor: 2_000 },
      ],
    },
  ]);
  await w.write((tx) =>
    undoAllocation(tx, w.admin, { allocationId: paid.allocationIds[0]!, on: day('2026-02-10') }),
  );
  expect((await list('2026-02-09'))[1]?.parts).toHaveLength(2);
  expect((await list('2026-02-10'))[1]).toMatchObject({
    unappliedMinor: 4_000,
    parts: [{ invoiceNumber: 'B' }],
  });
});

test("another organization's documents are not there", async () => {
  const [mine, theirs] = [await createWorld(), await createWorld()];
  const { documentId } = await theirs.invoice(10_000, '2026-01-10');
  await theirs.pay(100, '2026-01-11');
  expect(await mine.read((tx) => documentById(tx, documentId, at('2026-03-31')))).toBeNull();
  for (const list of LISTS)
    expect(
      await mine.read((tx) => list(tx, at('2026-03-31'), { customerId: theirs.customerId }, FIRST)),
    ).toEqual({ rows: [], next: null });
});
