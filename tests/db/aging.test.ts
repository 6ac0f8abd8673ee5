import { expect, test } from 'vitest';
import { allocate } from '@/db/commands/allocate';
import { postDocuments } from '@/db/commands/post-documents';
import { reverseDocument } from '@/db/commands/reverse-document';
import { openDebits } from '@/db/queries/open-debits';
import { MAX_ITEMS, openItemRows } from '@/db/queries/open-items';
import { type AgingBasis, bucketOf, DEFAULT_BOUNDS, daysPastDue } from '@/lib/domain/aging';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { GOLDEN } from '../domain/golden';
import { createWorld, day } from '../world';
import { instantAfterNow, reportAt, tieAt, type World } from './report-at';

/** Posts invoices in one go, each with its own document day and due day. */
async function postMany(w: World, days: readonly { on: PlainDate; due: PlainDate }[]): Promise<void> {
  const postings = days.map(({ on, due }, i) => ({
    kind: 'invoice' as const,
    customerId: w.customerId,
    documentDate: on,
    currency: 'USD',
    instalments: [{ dueOn: due, amountMinor: toMinor(100 + i) }],
    source: 'import' as const,
  }));
  await w.write((tx) => postDocuments(tx, w.admin, postings));
}

async function allItems(w: World, asOf: PlainDate, rule: { basis: AgingBasis; bounds: readonly number[] }) {
  const rows: Awaited<ReturnType<typeof openItemRows>> = [];
  for (let offset = 0; ; offset += MAX_ITEMS) {
    const page = await w.read((tx) => openItemRows(tx, { asOf, knownAt: null }, rule, {}, { offset }));
    rows.push(...page);
    if (page.length < MAX_ITEMS) return rows;
  }
}

test('the database counts days and chooses buckets as lib/domain does, for every day around leap years', async () => {
  const w = await createWorld();
  const on = day('2027-01-01');
  await postMany(
    w,
    Array.from({ length: 800 }, (_, i) => ({ on, due: addDays(on, i) })),
  );
  for (const asOf of [
    '2027-02-28',
    '2027-12-31',
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
    '2028-12-31',
    '2029-03-01',
  ])
    for (const bounds of [DEFAULT_BOUNDS, [0], [-30, -1, 0, 1, 29, 30, 31, 364, 365, 366], [15, 45]]) {
      const rows = await allItems(w, day(asOf), { basis: 'due', bounds });
      expect(rows).toHaveLength(800);
      for (const row of rows) {
        const days = daysPastDue(row.dueOn, day(asOf));
        if (row.days !== days || row.bucket !== bucketOf(days, bounds)) expect(row).toMatchObject({ days });
      }
    }
});

test('counted from the invoice date, age is days since the document', async () => {
  const w = await createWorld();
  await postMany(
    w,
    Array.from({ length: 100 }, (_, i) => ({ on: addDays(day('2027-12-01'), i), due: day('2028-06-30') })),
  );
  const asOf = day('2028-03-31');
  const rows = await allItems(w, asOf, { basis: 'invoice', bounds: DEFAULT_BOUNDS });
  expect(rows).toHaveLength(100);
  for (const row of rows) {
    const days = daysPastDue(row.documentDate, asOf);
    expect([row.days, row.bucket]).toEqual([days, bucketOf(days)]);
  }
  const { bucketCounts } = await reportAt(w, asOf, { basis: 'invoice' });
  expect(bucketCounts.reduce((a, b) => a + b, 0)).toBe(100);
  expect(bucketCounts[0]).toBe(0);
});

test('the edges of the default buckets fall where a controller expects them', async () => {
  const w = await createWorld();
  const { asOf, rows } = GOLDEN.agingEdges;
  await postMany(
    w,
    rows.map(({ due }) => ({ on: day('2025-01-01'), due: day(due) })),
  );
  const items = await allItems(w, day(asOf), { basis: 'due', bounds: DEFAULT_BOUNDS });
  expect(Object.fromEntries(items.map((item) => [item.dueOn, item.days]))).toEqual(
    Object.fromEntries(rows.map(({ due, days }) => [due, days])),
  );
  expect((await reportAt(w, asOf)).bucketCounts).toEqual([3, 2, 2, 2, 2, 1]);
});

test('buckets of any bounds partition the debits, whatever the day', async () => {
  const w = await createWorld();
  await postMany(
    w,
    Array.from({ length: 150 }, (_, i) => ({
      on: day('2025-06-01'),
      due: addDays(day('2025-06-01'), i * 4),
    })),
  );
  await w.pay(777, '2025-12-01', { apply: 'none' });
  for (const asOf of ['2025-06-01', '2025-11-30', '2026-03-31', '2027-12-31'])
    for (const bounds of ['0,30,60,90,120', '0', '-100,-7,0,7', '30,60', '0,1,2,3,4,5,6,7,8,9,10']) {
      const { totals, bucketCounts, rows } = await reportAt(w, asOf, { bounds });
      expect(totals.bucketsMinor).toHaveLength(bounds.split(',').length + 1);
      expect(bucketCounts.reduce((a, b) => a + b, 0)).toBe(150);
      expect(sumOf(totals.bucketsMinor)).toBe(150 * 100 + (149 * 150) / 2);
      expect(totals.creditsMinor).toBe(asOf < '2025-12-01' ? 0 : -777);
      expect(rows[0]?.totalMinor).toBe(totals.totalMinor);
      expect((await tieAt(w, asOf)).differenceMinor).toBe(0);
    }
});

/** The worked example: an invoice, a payment, a credit memo, and a last payment. */
async function goldenHistory(w: World): Promise<{ payment: string }> {
  const { invoice, payment, creditMemo, lastPayment } = GOLDEN.asOf;
  await w.invoice(invoice.amount, invoice.due, { on: invoice.date, number: 'A' });
  const paid = await w.pay(payment.amount, payment.on);
  await w.write(async (tx) => {
    const [memo] = await postDocuments(tx, w.admin, [
      {
        kind: 'credit_memo',
        customerId: w.customerId,
        documentDate: day(creditMemo.on),
        currency: 'USD',
        instalments: [{ dueOn: day(creditMemo.on), amountMinor: toMinor(creditMemo.amount) }],
        source: 'staff',
      },
    ]);
    const [debit] = await openDebits(tx, w.customerId, 'USD');
    const match = {
      debitItemId: debit!.itemId,
      creditItemId: memo!.itemIds[0]!,
      amountMinor: toMinor(creditMemo.amount),
    };
    await allocate(tx, w.admin, [match]);
  });
  await w.pay(lastPayment.amount, lastPayment.on);
  return { payment: paid.documentId };
}

test('what was open of an invoice, and in which bucket, as of any day (worked example)', async () => {
  const w = await createWorld();
  await goldenHistory(w);
  for (const { asOf, open, bucket } of GOLDEN.asOf.expect) {
    const { totals } = await reportAt(w, asOf);
    expect([asOf, totals.totalMinor]).toEqual([asOf, open]);
    if (bucket !== null) expect(totals.bucketsMinor[bucket]).toBe(open);
    expect(await tieAt(w, asOf)).toMatchObject({ documentsMinor: open, differenceMinor: 0 });
  }
});

test('a payment that bounces changes no report of a day before it bounced (worked example)', async () => {
  const w = await createWorld();
  const { payment } = await goldenHistory(w);
  const { on, expect: expected } = GOLDEN.asOf.bounce;
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: payment,
      kind: 'payment',
      on: day(on),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  for (const { asOf, open } of expected)
    expect([asOf, (await reportAt(w, asOf)).totals.totalMinor]).toEqual([asOf, open]);
});

test('buckets, unapplied credit and total are those of the documents (worked example)', async () => {
  const w = await createWorld();
  const { asOf, open, unapplied, expect: expected } = GOLDEN.tieOut;
  for (const item of open) await w.invoice(item.open, item.due, { on: '2025-09-01', number: item.number });
  await w.pay(-unapplied, '2026-03-30', { apply: 'none' });
  const { totals, rows } = await reportAt(w, asOf);
  expect(totals).toEqual({
    bucketsMinor: expected.buckets,
    creditsMinor: expected.credits,
    totalMinor: expected.total,
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ itemCount: 4, totalMinor: expected.total });
  expect(await tieAt(w, asOf)).toMatchObject({
    documentsMinor: expected.total,
    openItemsMinor: expected.total,
  });
  const items = await allItems(w, day(asOf), { basis: 'due', bounds: DEFAULT_BOUNDS });
  expect(
    items
      .filter((i) => i.amountMinor > 0)
      .map((i) => [i.number, i.days])
      .toSorted(),
  ).toEqual(open.map((item) => [item.number, item.days]));
});

test('a report can be made again as it was known, after backdated invoices, payments and reversals', async () => {
  const w = await createWorld();
  await w.invoice(50_000, '2026-01-31', { number: 'A' });
  const paid = await w.pay(20_000, '2026-02-10');
  const before = await reportAt(w, '2026-02-28');
  const knownAt = await instantAfterNow();
  await w.invoice(30_000, '2026-02-15', { number: 'B' });
  await w.pay(10_000, '2026-02-20');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: paid.documentId,
      kind: 'payment',
      on: day('2026-02-12'),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  expect((await reportAt(w, '2026-02-28')).totals.totalMinor).toBe(70_000);
  expect(await reportAt(w, '2026-02-28', { knownAt })).toEqual(before);
  const tie = await tieAt(w, '2026-02-28', knownAt);
  expect(tie).toEqual({ documentsMinor: 30_000, openItemsMinor: 30_000, differenceMinor: 0 });
});
