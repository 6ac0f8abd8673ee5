import { expect, test } from 'vitest';
import { reverseDocument } from '@/db/commands/reverse-document';
import { createWorld, owner, refusalOf } from '../../world';
import { countsOf } from './books';
import { book, check, importFile, save, undo } from './importing';

const INVOICES =
  'Customer code,Invoice number,Invoice date,Due date,Amount,Currency\n' +
  'C1,A-1,2026-01-05,2026-02-04,100.00,\nC1,A-2,2026-01-06,2026-02-05,50.00,\nC2,A-3,2026-01-07,2026-02-06,99.00,EUR\n';
const HEADER = 'Customer code,Invoice,Received on,Amount,Currency,Reference,Method\n';

/** Books with three invoices: of C1 in dollars, A-3 of C2 in euros. */
async function invoiced() {
  const w = await createWorld();
  const { importId } = await importFile(w.admin, 'invoices', INVOICES);
  return { ...w, importId };
}

test('payments settle the invoices they name from the day they came; what is too much stays on account', async () => {
  const w = await invoiced();
  const file = `${HEADER}C1,A-1,2026-01-20,40.00,,R1,Wire\nC1,A-1,2026-01-25,80.00,,R2,\n,A-3,2026-02-01,99.00,,,\n`;
  const summary = await importFile(w.admin, 'payments', file);
  expect(summary).toMatchObject({
    created: 3,
    totals: [
      { currency: 'USD', count: 2, amountMinor: 12000, unappliedMinor: 2000 },
      { currency: 'EUR', count: 1, amountMinor: 9900, unappliedMinor: 0 },
    ],
  });
  expect(await w.openAt('2026-01-19')).toEqual({ 'A-1': 10000, 'A-2': 5000, 'A-3': 9900 });
  expect(await w.openAt('2026-01-20')).toEqual({ 'A-1': 6000, 'A-2': 5000, 'A-3': 9900 });
  expect(await w.openAt('2026-02-28')).toEqual({ 'A-2': 5000, 'PMT-00002': -2000 });
  const details =
    await owner`select method, reference from payment_details where org_id = ${w.org.id} order by reference`;
  expect(details.map(({ method, reference }) => [method, reference])).toEqual([
    ['Wire', 'R1'],
    ['Imported', 'R2'],
    ['Imported', null],
  ]);
});

test('of two payments for one invoice the earlier takes first, whatever the order of the rows', async () => {
  const w = await invoiced();
  await importFile(
    w.admin,
    'payments',
    `${HEADER}C1,A-1,2026-03-02,100.00,,late,\nC1,A-1,2026-03-01,70.00,,early,\n`,
  );
  expect(await w.openAt('2026-03-01')).toEqual({ 'A-1': 3000, 'A-2': 5000, 'A-3': 9900 });
  expect(await w.openAt('2026-03-02')).toEqual({ 'PMT-00001': -7000, 'A-2': 5000, 'A-3': 9900 });
});

test('payments without an invoice stay on account, or pay the oldest first when that is chosen', async () => {
  const file = `${HEADER}C1,,2026-02-10,120.00,,,\n`;
  const none = await invoiced();
  await importFile(none.admin, 'payments', file);
  expect(await none.openAt('2026-02-10')).toEqual({
    'A-1': 10000,
    'A-2': 5000,
    'A-3': 9900,
    'PMT-00001': -12000,
  });
  const oldest = await invoiced();
  const named = `${file}C1,A-2,2026-02-11,30.00,,,\nC1,,2026-02-12,5.00,,,\n`;
  const summary = await importFile(oldest.admin, 'payments', named, { mapping: { apply: 'oldest' } });
  expect(summary.totals[0]).toMatchObject({ count: 3, amountMinor: 15500, unappliedMinor: 500 });
  expect(await oldest.openAt('2026-02-12')).toEqual({ 'A-3': 9900, 'PMT-00003': -500 });
});

test('the same file again books nothing, and equal rows in one file are as many payments', async () => {
  const w = await invoiced();
  const file = `${HEADER}C1,,2026-02-10,5.00,,,\nC1,,2026-02-10,5.00,,,\nC1,A-1,2026-02-10,5.00,,,\n`;
  expect(await importFile(w.admin, 'payments', file)).toMatchObject({ created: 3 });
  const before = await countsOf(w.org.id);
  expect(await importFile(w.admin, 'payments', file)).toMatchObject({ created: 0, alreadyThere: 3 });
  expect(await countsOf(w.org.id)).toMatchObject({
    documents: before.documents,
    allocations: before.allocations,
  });
  const longer = `${file}C1,,2026-02-10,5.00,,,\n`;
  expect(await importFile(w.admin, 'payments', longer)).toMatchObject({ created: 1, alreadyThere: 3 });
});

test('a payment that bounced is not booked again by its own file', async () => {
  const w = await invoiced();
  const file = `${HEADER}C1,A-1,2026-02-10,100.00,,,\n`;
  await importFile(w.admin, 'payments', file);
  const [{ id = '' } = {}] =
    await owner`select id from documents where org_id = ${w.org.id} and kind = 'payment'`;
  await w.write((tx) =>
    reverseDocument(tx, w.admin, { documentId: id, kind: 'payment', reason: 'No funds', source: 'staff' }),
  );
  expect(await importFile(w.admin, 'payments', file)).toMatchObject({ created: 0, alreadyThere: 1 });
});

test('wrong payments are named exactly', async () => {
  const w = await invoiced();
  const file =
    `${HEADER}C1,A-9,2026-02-10,5.00,,,\nC2,A-1,2026-02-10,5.00,,,\nC1,A-1,2026-02-10,5.00,EUR,,\n` +
    'C1,A-1,2026-02-10,-5.00,,,\nC1,A-1,,5.00,,,\nC1,A-1,2026-02-10,5.00,,,\n';
  const { plan } = await check(w.admin, 'payments', file);
  expect(plan?.problems.map(({ row, column, problem }) => [row, column, problem])).toEqual([
    [2, 'Invoice', 'Invoice A-9 is not in the books.'],
    [3, 'Invoice', 'Invoice A-1 belongs to C1, not to C2.'],
    [4, 'Invoice', 'Invoice A-1 is in USD, and this payment in EUR.'],
    [5, 'Amount', 'Amount is not above zero.'],
    [6, 'Received on', 'Received on is empty.'],
  ]);
  expect(plan?.payments).toMatchObject([{ row: 7, amountMinor: 500, parts: [{ amountMinor: 500 }] }]);
});

test('a payment before its invoice counts from the later day, and closed periods are refused', async () => {
  const w = await invoiced();
  await owner`update organizations set locked_on = '2025-12-31' where id = ${w.org.id}`;
  const file = `${HEADER}C1,A-1,2026-01-01,100.00,,,\nC1,A-2,2025-12-31,50.00,,,\n`;
  const { plan } = await check(w.admin, 'payments', file);
  expect(plan?.problems).toMatchObject([{ row: 3, column: 'Received on', value: '2025-12-31' }]);
  await importFile(w.admin, 'payments', file, { refused: 'skip' });
  expect(await w.openAt('2026-01-04')).toEqual({ 'PMT-00001': -10000 });
  expect(await w.openAt('2026-01-05')).toEqual({});
});

test('undoing payments opens their invoices again as of the day; the file can then be booked again, once', async () => {
  const w = await invoiced();
  const file = `${HEADER}C1,A-1,2026-02-10,100.00,,,\nC1,,2026-02-11,5.00,,,\n`;
  const { importId } = await importFile(w.admin, 'payments', file);
  const before = await w.openAt('2026-02-28');
  expect(await undo(w.admin, importId)).toEqual({ reversed: 2, customersArchived: 0 });
  expect(await w.openAt('2026-02-28')).toEqual({ 'A-1': 10000, 'A-2': 5000, 'A-3': 9900 });
  expect(await refusalOf(undo(w.admin, importId))).toBe('already_undone');
  expect(await importFile(w.admin, 'payments', file)).toMatchObject({ created: 2, alreadyThere: 0 });
  expect(await importFile(w.admin, 'payments', file)).toMatchObject({ created: 0, alreadyThere: 2 });
  expect(Object.values(await w.openAt('2026-02-28')).toSorted()).toEqual(Object.values(before).toSorted());
});

test('invoices that were paid from elsewhere cannot be undone; when the money is gone they can', async () => {
  const w = await invoiced();
  const paid = await importFile(w.admin, 'payments', `${HEADER}C1,A-1,2026-02-10,40.00,,,\n`);
  const refused = undo(w.admin, w.importId);
  await expect(refused).rejects.toThrow(
    '1 invoice of it is settled with documents from elsewhere, such as A-1 with PMT-00001.',
  );
  expect(await refusalOf(refused)).toBe('import_in_use');
  await undo(w.admin, paid.importId);
  expect(await undo(w.admin, w.importId)).toEqual({ reversed: 3, customersArchived: 2 });
  expect(await w.openAt('2026-12-31')).toEqual({});
});

test('undone invoices can be booked again under their own numbers’ next, with their customers back', async () => {
  const w = await invoiced();
  await undo(w.admin, w.importId);
  const { plan } = await check(w.admin, 'invoices', INVOICES);
  expect(plan).toMatchObject({ problems: [], customers: [], restored: [{ code: 'C1' }, { code: 'C2' }] });
  const again = await importFile(w.admin, 'invoices', INVOICES);
  expect(again).toMatchObject({ created: 3, restoredCustomers: 2, newCustomers: 0 });
  expect(await w.openAt('2026-01-31')).toEqual({ 'A-1 (2)': 10000, 'A-2 (2)': 5000, 'A-3 (2)': 9900 });
  expect(await importFile(w.admin, 'invoices', INVOICES)).toMatchObject({ created: 0, alreadyThere: 3 });
  await importFile(w.admin, 'payments', `${HEADER}C1,A-1,2026-02-10,100.00,,,\n`);
  expect(await w.openAt('2026-02-10')).toEqual({ 'A-2 (2)': 5000, 'A-3 (2)': 9900 });
});

test('what somebody voided by hand since is left alone by the undo', async () => {
  const w = await invoiced();
  const [{ id = '' } = {}] =
    await owner`select id from documents where org_id = ${w.org.id} and number = 'A-2'`;
  await w.write((tx) =>
    reverseDocument(tx, w.admin, { documentId: id, kind: 'invoice', reason: 'Twice', source: 'staff' }),
  );
  expect(await undo(w.admin, w.importId)).toMatchObject({ reversed: 2 });
});

test('an import that was not booked cannot be undone, nor one of somebody else', async () => {
  const [w, stranger] = [await invoiced(), await createWorld()];
  const importId = await save(w.admin, 'payments', `${HEADER}C1,A-1,2026-02-10,40.00,,,\n`);
  expect(await refusalOf(undo(w.admin, importId))).toBe('invalid');
  expect(await refusalOf(undo(stranger.admin, w.importId))).toBe('not_found');
  await book(w.admin, importId);
});

test('two people undoing at once undo once', async () => {
  const w = await invoiced();
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => undo(w.admin, w.importId)));
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  expect(await w.openAt('2026-12-31')).toEqual({});
});
