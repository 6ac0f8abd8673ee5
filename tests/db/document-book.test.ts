import { expect, test } from 'vitest';
import { createBeneficiary } from '@/db/commands/create-beneficiary';
import { postInvoice } from '@/db/commands/post-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { AS_POSTED } from '@/db/posted';
import { customerBalances } from '@/db/queries/customer-balances';
import { documentById } from '@/db/queries/documents';
import { invoiceBatches, invoiceBook } from '@/db/queries/invoice-book';
import { invoicePapers } from '@/db/queries/invoice-papers';
import { paymentBatches, paymentBook, paymentMethods } from '@/db/queries/payment-book';
import { printedDocument } from '@/db/queries/printed-documents';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toInstant } from '@/lib/domain/instants';
import { toMinor } from '@/lib/domain/money';
import { invoiceParams, readInvoiceFilters } from '@/lib/invoice-filters';
import { paymentParams, readPaymentFilters } from '@/lib/payment-filters';
import { createWorld, day, owner } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const TODAY = day('2026-03-31');
const invoices = (w: World, params: Record<string, string> = {}) =>
  w.read((tx) => invoiceBook(tx, readInvoiceFilters(params, 'USD').filters, TODAY));
const payments = (w: World, params: Record<string, string> = {}) =>
  w.read((tx) => paymentBook(tx, readPaymentFilters(params, 'USD').filters));
const numbers = async (w: World, params: Record<string, string>) =>
  (await invoices(w, params)).rows.map((row) => row.number);

/** A: late and part paid, B: due, C: paid, D: void, E: in euros; a payment with money left and one that bounced. */
async function busyWorld() {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-03-01', { on: '2026-02-01', number: 'A' });
  await w.invoice(20_000, '2026-04-30', { on: '2026-02-02', number: 'B' });
  const c = await w.invoice(5_000, '2026-03-05', { on: '2026-02-03', number: 'C' });
  const d = await w.invoice(7_000, '2026-03-06', { on: '2026-02-04', number: 'D' });
  await w.invoice(9_000, '2026-05-06', { on: '2026-02-05', number: 'E', currency: 'EUR' });
  const part = (invoiceId: string, amount: number) => ({ invoiceId, amountMinor: toMinor(amount) });
  await w.pay(10_000, '2026-03-10', { apply: [part(a.documentId, 4_000), part(c.documentId, 5_000)] });
  const bounced = await w.pay(3_000, '2026-03-11', {
    payment: { method: 'Check', reference: 'CHQ 17' },
    apply: 'none',
  });
  const reverse = { on: day('2026-03-12'), reason: 'No funds', source: 'staff' } as const;
  await w.write((tx) =>
    reverseDocument(tx, w.admin, { ...reverse, documentId: bounced.documentId, kind: 'payment' }),
  );
  await w.write((tx) =>
    reverseDocument(tx, w.admin, { ...reverse, documentId: d.documentId, kind: 'invoice' }),
  );
  return w;
}

test('invoices are listed newest first, each with the standing that its own page shows', async () => {
  const w = await busyWorld();
  const { rows } = await invoices(w);
  expect(rows.map(({ number, status, dueOn }) => [number, status, dueOn])).toEqual([
    ['E', 'open', '2026-05-06'],
    ['D', 'void', '2026-03-06'],
    ['C', 'paid', '2026-03-05'],
    ['B', 'open', '2026-04-30'],
    ['A', 'part_paid', '2026-03-01'],
  ]);
  for (const row of rows) {
    const document = await w.read((tx) => documentById(tx, row.documentId, AS_POSTED));
    expect(row).toMatchObject({
      openMinor: document?.openMinor,
      status: document?.status,
      amountMinor: document?.amountMinor,
    });
  }
});

test('the open sums are what the customer owes, per currency, whatever page is shown', async () => {
  const w = await busyWorld();
  const rule = { basis: 'due', bounds: DEFAULT_BOUNDS } as const;
  const balances = await w.read((tx) =>
    customerBalances(tx, w.customerId, { asOf: TODAY, knownAt: null }, rule),
  );
  const [billed, received] = [await invoices(w), await payments(w)];
  for (const { currency, totalMinor } of balances) {
    const open = [...billed.totals, ...received.totals].filter((each) => each.currency === currency);
    expect(open.reduce((sum, each) => sum + each.openMinor, 0)).toBe(totalMinor);
  }
  expect(billed.totals).toEqual([
    { currency: 'USD', count: 4, amountMinor: 42_000, openMinor: 26_000 },
    { currency: 'EUR', count: 1, amountMinor: 9_000, openMinor: 9_000 },
  ]);
});

test('lists are narrowed by what is shown, text, customer and currency', async () => {
  const w = await busyWorld();
  const other = await w.addCustomer('Beta', 'B-9');
  await w.invoice(100, '2026-06-01', { number: 'Z', customerId: other });
  expect(await numbers(w, { show: 'owed' })).toEqual(['Z', 'E', 'B', 'A']);
  expect(await numbers(w, { show: 'late' })).toEqual(['A']);
  expect(await numbers(w, { show: 'paid' })).toEqual(['C']);
  expect(await numbers(w, { show: 'void' })).toEqual(['D']);
  expect(await numbers(w, { q: 'b-9' })).toEqual(['Z']);
  expect(await numbers(w, { customer: other })).toEqual(['Z']);
  expect(await numbers(w, { currency: 'EUR' })).toEqual(['E']);
  const paid = async (params: Record<string, string>) =>
    (await payments(w, params)).rows.map((row) => [row.method, row.openMinor, row.isReversed]);
  expect(await paid({})).toEqual([
    ['Check', 0, true],
    ['Wire', -1_000, false],
  ]);
  expect(await paid({ show: 'unapplied' })).toEqual([['Wire', -1_000, false]]);
  expect(await paid({ show: 'reversed', q: 'chq' })).toEqual([['Check', 0, true]]);
});

test('an invoice of a day to come stands in the list as open, not as paid', async () => {
  const w = await createWorld();
  await w.invoice(100, '2026-06-01', { on: '2026-05-01', number: 'F' });
  expect((await invoices(w)).rows).toMatchObject([{ number: 'F', status: 'open', openMinor: 100 }]);
});

test('documents of another organization are in no list', async () => {
  const [mine, theirs] = [await createWorld(), await busyWorld()];
  expect(await invoices(mine)).toEqual({ rows: [], totals: [], next: null });
  expect(await payments(mine, { customer: theirs.customerId })).toEqual({ rows: [], totals: [], next: null });
});

test('method, days and amounts narrow the payments, and the totals with them', async () => {
  const w = await createWorld();
  await w.pay(10_000, '2026-02-01', { payment: { method: 'Check' } });
  await w.pay(20_000, '2026-02-10', { payment: { method: 'Wire' } });
  await w.pay(30_000, '2026-03-01', { payment: { method: 'Wire' } });
  const amounts = async (params: Record<string, string>) =>
    (await payments(w, params)).rows.map((row) => -row.amountMinor);
  expect(await amounts({ method: 'Wire' })).toEqual([30_000, 20_000]);
  expect(await amounts({ from: '2026-02-10', to: '2026-02-28' })).toEqual([20_000]);
  expect(await amounts({ to: '2026-02-10' })).toEqual([20_000, 10_000]);
  expect(await amounts({ min: '200', max: '300.00' })).toEqual([30_000, 20_000]);
  expect(await amounts({ min: '200.01', method: 'Check' })).toEqual([]);
  const { totals } = await payments(w, { method: 'Wire' });
  expect(totals).toMatchObject([{ currency: 'USD', count: 2, amountMinor: -50_000 }]);
  const { filters, dropped } = readPaymentFilters({ min: 'much', from: '2026-02-30', after: '[1]' }, 'USD');
  expect(dropped.toSorted()).toEqual(['after', 'from', 'min']);
  expect(paymentParams(filters)).toEqual({});
});

test('payments are read page by page, and for a file in batches, each exactly once and newest first', async () => {
  const w = await createWorld();
  for (let i = 0; i < 53; i += 1) await w.pay(100 + i, i < 30 ? '2026-02-01' : '2026-02-02');
  const first = await payments(w);
  expect(first.rows).toHaveLength(50);
  const second = await payments(w, { after: JSON.stringify(first.next) });
  expect([second.rows.length, second.next]).toEqual([3, null]);
  expect(second.totals).toEqual(first.totals);
  const paged = [...first.rows, ...second.rows].map((row) => row.number);
  expect(new Set(paged).size).toBe(53);
  const filed = await w.read(async (tx) => {
    const found: string[] = [];
    for await (const rows of paymentBatches(tx, readPaymentFilters({}, 'USD').filters))
      found.push(...rows.map((row) => row.number));
    return found;
  });
  expect(filed).toEqual(paged);
  expect(await w.read((tx) => paymentMethods(tx))).toEqual(['Wire']);
});

test('the list of invoices is narrowed by day of issue, amount, owner and tag, and its totals with it', async () => {
  const w = await busyWorld();
  await owner`update customers set owner = 'Ines', tags = array['key'] where id = ${w.customerId}`;
  expect(await numbers(w, { from: '2026-02-02', to: '2026-02-04' })).toEqual(['D', 'C', 'B']);
  expect(await numbers(w, { min: '70', max: '100' })).toEqual(['D', 'A']);
  expect(await numbers(w, { min: '90', currency: 'EUR' })).toEqual(['E']);
  expect(await numbers(w, { owner: 'Ines', tag: 'key', from: '2026-02-05' })).toEqual(['E']);
  expect(await numbers(w, { owner: 'Nobody' })).toEqual([]);
  await owner`update customers set owner = ' Ines ', tags = array[' key'] where id = ${w.customerId}`;
  expect(await numbers(w, { owner: 'Ines', tag: 'key', from: '2026-02-05' })).toEqual(['E']);
  expect(await numbers(w, { owner: '-' })).toEqual([]);
  expect((await invoices(w, { min: '200' })).totals).toMatchObject([
    { currency: 'USD', count: 1, amountMinor: 20_000 },
  ]);
  const { dropped } = readInvoiceFilters({ from: 'soon', min: '-1', max: 'much' }, 'USD');
  expect(dropped.toSorted()).toEqual(['from', 'max', 'min']);
});

test('invoices are read page by page, for a file in batches, and printed in the order of the list', async () => {
  const w = await createWorld();
  for (let i = 0; i < 52; i += 1)
    await w.invoice(100 + i, '2026-05-01', { on: i < 30 ? '2026-02-01' : '2026-02-02' });
  const first = await invoices(w);
  const second = await invoices(w, { after: JSON.stringify(first.next) });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 2, null]);
  expect(second.totals).toEqual(first.totals);
  const paged = [...first.rows, ...second.rows].map((row) => row.number);
  expect(new Set(paged).size).toBe(52);
  const { filters } = readInvoiceFilters({}, 'USD');
  const filed = await w.read(async (tx) => {
    const found: string[] = [];
    for await (const rows of invoiceBatches(tx, filters, TODAY)) found.push(...rows.map((row) => row.number));
    return found;
  });
  expect(filed).toEqual(paged);
  const asked = { today: TODAY, knownAt: toInstant('2026-03-31T00:00:00.000000Z') };
  expect(await w.read((tx) => invoicePapers(tx, filters, { ...asked, most: 25 }))).toBe(52);
  const papers = await w.read((tx) => invoicePapers(tx, filters, { ...asked, most: 60 }));
  expect(typeof papers === 'number' || papers.documents.map(({ number }) => number)).toEqual(paged);
  const some = first.rows.slice(3, 5).map((row) => row.documentId);
  const { filters: chosen } = readInvoiceFilters({ invoice: some }, 'USD');
  expect(readInvoiceFilters(invoiceParams(chosen), 'USD').filters).toEqual(chosen);
  const few = await w.read((tx) => invoicePapers(tx, chosen, { ...asked, most: 25 }));
  expect(typeof few === 'number' || few.documents.map(({ number }) => number)).toEqual(paged.slice(3, 5));
});

test('an invoice is found by the purchase order of its customer, and prints it with who each line is for', async () => {
  const w = await createWorld();
  const { beneficiaryId } = await w.write((tx) =>
    createBeneficiary(tx, w.admin, { name: 'Mia', customerId: w.customerId }),
  );
  const line = { description: 'Van', quantity: '1', unitPriceMinor: toMinor(500), taxPercent: '0' };
  const { documentId } = await w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-02-01'),
      purchaseOrder: 'BWH-7802',
      lines: [{ ...line, beneficiaryId }, line],
      source: 'staff',
    }),
  );
  await owner`update beneficiaries set name = 'Somebody else' where id = ${beneficiaryId}`;
  expect((await invoices(w, { q: 'bwh-78' })).rows).toMatchObject([
    { documentId, purchaseOrder: 'BWH-7802' },
  ]);
  for (const actor of [w.admin, w.customer()])
    expect(await w.read((tx) => printedDocument(tx, documentId), actor)).toMatchObject({
      purchaseOrder: 'BWH-7802',
      lines: [{ beneficiary: 'Mia' }, { beneficiary: null }],
    });
  const stranger = w.customer(await w.addCustomer('Stranger'));
  expect(await w.read((tx) => printedDocument(tx, documentId), stranger)).toBeNull();
});
