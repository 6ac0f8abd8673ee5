import { expect, test } from 'vitest';
import { createWorld, day, owner, refusalOf } from '../../world';
import { countsOf, verbsOf } from './books';
import { book, check, importFile, save, undo } from './importing';

const KIND = 'opening-balances';
const AS_OF = { mapping: { asOf: day('2025-12-31') } };
const HEADER = 'Customer code,Customer name,Balance,Currency,Invoice,Invoice date,Due date,Memo\n';
const FILE =
  `${HEADER}C1,Acme Tools,"1,000.00",,A-1,2025-11-05,2025-12-05,Spring delivery\n` +
  'C1,,250.50,,A-2,2025-12-20,,\n' +
  'C1,,-40.00,,,,,Paid too much\n' +
  'C2,Bolt & Co,99.00,EUR,,,,\n';

const refusedOf = async (file: string, w: Awaited<ReturnType<typeof createWorld>>) =>
  (await check(w.admin, KIND, file, AS_OF.mapping)).plan?.problems.map(({ row, problem }) => [row, problem]);

test('what was owed on a day is owed from that day on, with its own due days, and credit is credit', async () => {
  const w = await createWorld();
  expect(await importFile(w.admin, KIND, FILE, AS_OF)).toMatchObject({
    created: 4,
    refused: 0,
    newCustomers: 2,
    totals: [
      { currency: 'USD', count: 3, amountMinor: 121050 },
      { currency: 'EUR', count: 1, amountMinor: 9900 },
    ],
  });
  expect(await w.openAt('2025-12-30')).toEqual({});
  expect(await w.openAt('2025-12-31')).toEqual({
    'A-1': 100000,
    'A-2': 25050,
    'OC-00001': -4000,
    'OB-00001': 9900,
  });
  const items = await owner`select d.number, d.kind, i.due_on::text, d.reason from open_items i
    join documents d on d.id = i.document_id where i.org_id = ${w.org.id} order by d.kind, d.number`;
  expect([...items]).toEqual([
    { number: 'OC-00001', kind: 'opening_credit', due_on: '2025-12-31', reason: 'Paid too much' },
    {
      number: 'A-1',
      kind: 'opening_debit',
      due_on: '2025-12-05',
      reason: 'Spring delivery, Dated 2025-11-05',
    },
    { number: 'A-2', kind: 'opening_debit', due_on: '2026-01-19', reason: 'Dated 2025-12-20' },
    { number: 'OB-00001', kind: 'opening_debit', due_on: '2025-12-31', reason: null },
  ]);
  expect(await verbsOf(w.org.id)).toEqual({ customer_created: 1, import_booked: 1 });
});

test('nothing is booked while nobody said of which day they are', async () => {
  const w = await createWorld();
  expect(await check(w.admin, KIND, FILE)).toMatchObject({ plan: null, missing: [] });
  const booked = book(w.admin, await save(w.admin, KIND, FILE));
  await expect(booked).rejects.toThrow('Say of which day the opening balances are first.');
  expect(await countsOf(w.org.id)).toMatchObject({ documents: 0 });
});

test('each row that would count twice or cannot be is refused with its own sentence', async () => {
  const w = await createWorld();
  await importFile(
    w.admin,
    'invoices',
    'Customer code,Invoice number,Invoice date,Amount\nC1,I-1,2025-10-05,5.00\nC2,I-2,2025-10-05,5.00\n',
  );
  const file =
    `${HEADER}C1,,10.00,,B-1,,,\nC1,,0.00,,B-2,,,\nC1,,20.00,,B-1,,,\nC1,,5.00,,I-1,,,\nC1,,5.00,,I-2,,,\n` +
    'C1,,7.00,,,,,\nC1,,8.00,,,,,\nC1,,9.00,,B-3,2026-01-02,,\nC1,,,,B-4,,,\nC1,,1.005,,B-5,,,\n';
  expect(await refusedOf(file, w)).toEqual([
    [3, 'Open amount is zero.'],
    [4, 'Document B-1 is also in row 2.'],
    [5, 'Invoice I-1 of this customer is in the books: it would be owed twice.'],
    [8, 'The balance of C1 is also in row 7.'],
    [9, '2026-01-02 is after 2025-12-31, the day that the balances are of.'],
    [10, 'Open amount is empty.'],
    [11, '"1.005" has more than the 2 decimals of USD.'],
  ]);
  expect(await refusalOf(importFile(w.admin, KIND, file, AS_OF))).toBe('import_has_errors');
  expect(await importFile(w.admin, KIND, file, { ...AS_OF, refused: 'skip' })).toMatchObject({
    created: 3,
    refused: 7,
  });
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  expect(await refusedOf(`${HEADER}C2,,1.00,,,,,\n`, w)).toEqual([
    [2, '2025-12-31 lies in a closed period: the books are closed to 2026-01-31.'],
  ]);
});

test('the same rows again are there already; others of the same number or account are refused', async () => {
  const w = await createWorld();
  await importFile(w.admin, KIND, FILE, AS_OF);
  const { plan } = await check(w.admin, KIND, FILE, AS_OF.mapping);
  expect(plan).toMatchObject({ alreadyThere: [2, 3, 4, 5], problems: [], customers: [] });
  const other = `${HEADER}C1,,1000.01,,A-1,,,\nC2,,98.00,EUR,,,,\nC1,,-41.00,,,,,\nC1,,41.00,,,,,\n`;
  expect(await refusedOf(other, w)).toEqual([
    [2, 'Opening balance A-1 is already in the books as $1,000.00 of 2025-12-31 for Acme Tools.'],
    [3, 'C2 has an opening balance already: OB-00001, €99.00 of 2025-12-31.'],
    [4, 'C1 has an opening balance already: OC-00001, -$40.00 of 2025-12-31.'],
  ]);
});

test('invoices that are owed as opening balances already are set aside, and can be brought once those are gone', async () => {
  const w = await createWorld();
  const { importId } = await importFile(w.admin, KIND, FILE, AS_OF);
  const invoices =
    'Customer code,Invoice number,Invoice date,Amount\n' +
    'C1,A-1,2025-11-05,"1,200.00"\nC1,A-3,2026-01-05,5.00\nC2,A-2,2025-12-20,8.00\n';
  const { plan } = await check(w.admin, 'invoices', invoices);
  expect(plan?.problems).toMatchObject([
    {
      row: 2,
      column: 'Invoice number',
      problem:
        'A-1 is in the books as an opening balance of this customer, $1,000.00 of 2025-12-31: it would be owed twice.',
      hint: expect.stringContaining('Leave this row out.'),
    },
  ]);
  expect(await refusalOf(importFile(w.admin, 'invoices', invoices))).toBe('import_has_errors');
  expect(await importFile(w.admin, 'invoices', invoices, { refused: 'skip' })).toMatchObject({
    created: 2,
    refused: 1,
  });
  expect(await w.openAt('2026-12-31')).toMatchObject({ 'A-1': 100000, 'A-3': 500 });
  const owed = async () =>
    (
      await owner`select sum(d.amount_minor)::int as minor from documents d join customers c on c.id = d.customer_id
        where c.code = 'C1' and d.org_id = ${w.org.id}`
    )[0]?.minor;
  expect(await owed()).toBe(100000 + 25050 - 4000 + 500);
  await undo(w.admin, importId);
  const again = 'Customer code,Invoice number,Invoice date,Amount\nC1,A-1,2025-11-05,"1,200.00"\n';
  expect((await check(w.admin, 'invoices', again)).plan).toMatchObject({ problems: [], notices: [] });
});

test('an invoice that may be a part of a whole balance is said to be, and the other way round', async () => {
  const w = await createWorld();
  await importFile(w.admin, KIND, `${HEADER}C1,,90.00,,,,,\nC2,,-5.00,,,,,\n`, AS_OF);
  const invoices =
    'Customer code,Invoice number,Invoice date,Amount\nC1,I-1,2025-12-31,4.00\nC1,I-2,2026-01-01,5.00\nC2,I-3,2025-12-01,6.00\n';
  const { plan } = await check(w.admin, 'invoices', invoices);
  expect(plan?.problems).toEqual([]);
  expect(plan?.notices.map(({ row, notice }) => [row, notice])).toEqual([
    [
      2,
      'OB-00001, $90.00, is all that this customer owed on 2025-12-31. If this invoice is a part of it, leave the row out: it would be owed twice.',
    ],
  ]);
  const other = await createWorld();
  await importFile(other.admin, 'invoices', invoices);
  const balances = await check(other.admin, KIND, `${HEADER}C1,,90.00,,,,,\nC2,,-5.00,,,,,\n`, AS_OF.mapping);
  expect(balances.plan?.notices.map(({ row, notice }) => [row, notice])).toEqual([
    [
      2,
      '1 open invoice of this customer is in the books already. If this sum includes them, leave the row out: they would be owed twice.',
    ],
  ]);
});

test('an import that is undone leaves nothing owed, and the same file can be brought again', async () => {
  const w = await createWorld();
  const { importId } = await importFile(w.admin, KIND, FILE, AS_OF);
  expect(await undo(w.admin, importId)).toEqual({ reversed: 4, customersArchived: 2 });
  expect(await w.openAt('2026-12-31')).toEqual({});
  expect(await importFile(w.admin, KIND, FILE, AS_OF)).toMatchObject({ created: 4, restoredCustomers: 2 });
  expect(await w.openAt('2026-12-31')).toEqual({
    'A-1 (2)': 100000,
    'A-2 (2)': 25050,
    'OC-00002': -4000,
    'OB-00002': 9900,
  });
});

test('what was paid since is not taken away by undoing', async () => {
  const w = await createWorld();
  const { importId } = await importFile(w.admin, KIND, `${HEADER}C1,Acme Tools,10.00,,A-1,,,\n`, AS_OF);
  const [customer] = await owner<
    { id: string }[]
  >`select id from customers where code = 'C1' and org_id = ${w.org.id}`;
  await w.pay(400, '2026-01-15', { apply: 'oldest', customerId: customer?.id ?? '' });
  await expect(undo(w.admin, importId)).rejects.toThrow(
    '1 opening balance of it is settled with documents from elsewhere',
  );
});

test('two people booking the same balances at once book them once', async () => {
  const w = await createWorld();
  const ids = await Promise.all([1, 2, 3].map(() => save(w.admin, KIND, FILE, AS_OF.mapping)));
  await Promise.allSettled(ids.map((id) => book(w.admin, id)));
  for (const id of ids) await book(w.admin, id);
  expect(await w.openAt('2025-12-31')).toEqual({
    'A-1': 100000,
    'A-2': 25050,
    'OC-00001': -4000,
    'OB-00001': 9900,
  });
});

test('another business neither books them nor sees that they are there', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const { importId } = await importFile(w.admin, KIND, FILE, AS_OF);
  expect(await refusalOf(book(stranger.admin, importId))).toBe('not_found');
  expect((await check(stranger.admin, KIND, FILE, AS_OF.mapping)).plan).toMatchObject({ alreadyThere: [] });
});
