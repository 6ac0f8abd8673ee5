import { expect, test } from 'vitest';
import { createWorld, owner, refusalOf } from '../../world';
import { countsOf, verbsOf } from './books';
import { book, check, importFile, save } from './importing';

const HEADER =
  'Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,Currency,Description\n';
const FILE =
  `${HEADER}C1,Acme Tools,A-1,2026-01-05,2026-02-04,"1,000.00",,Spring delivery\n` +
  'C1,,A-2,2026-01-06,,250.50,,\n' +
  'C2,Bolt & Co,A-3,2026-01-07,2026-02-06,99.00,EUR,\n';

test('a dry run says what would happen and writes nothing', async () => {
  const w = await createWorld();
  const before = await countsOf(w.org.id);
  const { plan, missing, rowCount } = await check(w.admin, 'invoices', FILE);
  expect({ missing, rowCount }).toEqual({ missing: [], rowCount: 3 });
  expect(plan).toMatchObject({
    problems: [],
    alreadyThere: [],
    customers: [
      { code: 'C1', name: 'Acme Tools', currency: 'USD' },
      { code: 'C2', name: 'Bolt & Co', currency: 'EUR' },
    ],
    totals: [
      { currency: 'USD', count: 2, amountMinor: 125050 },
      { currency: 'EUR', count: 1, amountMinor: 9900 },
    ],
  });
  expect(await countsOf(w.org.id)).toEqual(before);
});

test('what the dry run said is what is booked; a missing due date comes from the terms', async () => {
  const w = await createWorld();
  const { importId: _id, ...summary } = await importFile(w.admin, 'invoices', FILE);
  expect(summary).toEqual({
    created: 3,
    alreadyThere: 0,
    refused: 0,
    newCustomers: 2,
    restoredCustomers: 0,
    replayed: false,
    totals: [
      { currency: 'USD', count: 2, amountMinor: 125050, unappliedMinor: 0 },
      { currency: 'EUR', count: 1, amountMinor: 9900, unappliedMinor: 0 },
    ],
  });
  expect(await w.openAt('2026-01-31')).toEqual({ 'A-1': 100000, 'A-2': 25050, 'A-3': 9900 });
  const due =
    await owner`select d.number, i.due_on::text from open_items i join documents d on d.id = i.document_id
    where i.org_id = ${w.org.id} order by d.number`;
  expect(due.map((row) => row.due_on)).toEqual(['2026-02-04', '2026-02-05', '2026-02-06']);
  expect(await verbsOf(w.org.id)).toEqual({ customer_created: 1, import_booked: 1 });
});

test('without a due date the days agreed with the customer count, and those of the business for whoever is new', async () => {
  const w = await createWorld();
  await owner`update organizations set terms_days = 14 where id = ${w.org.id}`;
  await owner`update customers set terms_days = 45 where org_id = ${w.org.id}`;
  await importFile(
    w.admin,
    'invoices',
    'Customer name,Invoice number,Invoice date,Amount\nAcme,A-1,2026-01-01,1.00\nNew One,A-2,2026-01-01,1.00\n',
  );
  await importFile(w.admin, 'customers', 'Customer name,Terms in days\nNew Two,\nNew Three,7\n');
  const due = await owner`select d.number, i.due_on::text from open_items i
    join documents d on d.id = i.document_id where i.org_id = ${w.org.id} order by d.number`;
  expect(due.map((row) => row.due_on)).toEqual(['2026-02-15', '2026-01-15']);
  const terms =
    await owner`select name, terms_days from customers where org_id = ${w.org.id} order by terms_days, name`;
  expect(terms.map((row) => [row.name, row.terms_days])).toEqual([
    ['New Three', 7],
    ['New One', 14],
    ['New Two', 14],
    ['Acme', 45],
  ]);
});

test('the same file again books nothing; a row more books that row', async () => {
  const w = await createWorld();
  await importFile(w.admin, 'invoices', FILE);
  const before = await countsOf(w.org.id);
  expect(await importFile(w.admin, 'invoices', FILE)).toMatchObject({
    created: 0,
    alreadyThere: 3,
    newCustomers: 0,
  });
  expect(await countsOf(w.org.id)).toMatchObject({
    documents: before.documents,
    customers: before.customers,
  });
  const longer = `${FILE}C2,,A-4,2026-01-08,,1.00,,\n`;
  expect(await importFile(w.admin, 'invoices', longer)).toMatchObject({ created: 1, alreadyThere: 3 });
});

test('booking the same import again answers what it answered first', async () => {
  const w = await createWorld();
  const { importId, replayed: _replayed, ...first } = await importFile(w.admin, 'invoices', FILE);
  expect(await book(w.admin, importId)).toEqual({ ...first, replayed: true });
});

test('two people booking the same import at once book it once', async () => {
  const w = await createWorld();
  const importId = await save(w.admin, 'invoices', FILE);
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => book(w.admin, importId)));
  const told = outcomes.map((o) =>
    o.status === 'fulfilled' ? String(o.value.replayed) : String(o.reason.code),
  );
  expect(told.filter((answer) => answer === 'false')).toHaveLength(1);
  expect(told.filter((answer) => !['false', 'true', 'import_in_use'].includes(answer))).toEqual([]);
  expect(await w.openAt('2026-01-31')).toEqual({ 'A-1': 100000, 'A-2': 25050, 'A-3': 9900 });
});

test('two files with the same rows booked at once book each row once', async () => {
  const w = await createWorld();
  const ids = await Promise.all([save(w.admin, 'invoices', FILE), save(w.admin, 'invoices', FILE)]);
  const outcomes = await Promise.allSettled(ids.map((id) => book(w.admin, id)));
  expect(outcomes.filter((o) => o.status === 'fulfilled').length).toBeGreaterThan(0);
  for (const id of ids) await book(w.admin, id);
  expect(await w.openAt('2026-01-31')).toEqual({ 'A-1': 100000, 'A-2': 25050, 'A-3': 9900 });
});

const BAD =
  `${HEADER}C1,Acme Tools,A-1,2026-01-05,2026-02-04,10.00,,\n` +
  'C1,,A-2,2026-02-30,,10.00,,\n' +
  'C1,,A-3,2026-01-07,,10.001,,\n' +
  'C1,,A-1,2026-01-08,,10.00,,\n' +
  'C9,Never,A-4,2026-01-09,,-1,,\n' +
  'C1,,A-5,2026-01-10\n' +
  'C1,,A-6,2026-01-11,2026-01-01,10.00,,\n';

test('wrong rows are named exactly, and nothing is booked while there are any', async () => {
  const w = await createWorld();
  const { plan } = await check(w.admin, 'invoices', BAD);
  expect(plan?.problems).toEqual([
    {
      row: 3,
      column: 'Invoice date',
      value: '2026-02-30',
      problem: '"2026-02-30" is not a day of the calendar.',
      hint: 'Write a day that exists, between 1900 and 2199, like 2026-11-20.',
    },
    {
      row: 4,
      column: 'Amount',
      value: '10.001',
      problem: '"10.001" has more than the 2 decimals of USD.',
      hint: 'Write it like 1250.00. Nothing is rounded.',
    },
    {
      row: 5,
      column: 'Invoice number',
      value: 'A-1',
      problem: 'Invoice A-1 is also in row 2.',
      hint: expect.stringContaining('lines of one invoice'),
    },
    { row: 6, column: 'Amount', value: '-1', problem: 'Amount is not above zero.', hint: expect.any(String) },
    {
      row: 7,
      column: '',
      value: 'C1 |  | A-5 | 2026-01-10',
      problem: 'This row has 4 cells and the header 8.',
      hint: 'Leave a cell empty rather than out.',
    },
  ]);
  expect(plan?.notices).toMatchObject([
    { row: 8, column: 'Due date', notice: expect.stringContaining('10 days before') },
  ]);
  const importId = await save(w.admin, 'invoices', BAD);
  expect(await refusalOf(book(w.admin, importId))).toBe('import_has_errors');
  expect(await w.openAt('2026-12-31')).toEqual({});
  expect(await countsOf(w.org.id)).toMatchObject({ customers: 1, documents: 0 });
});

test('the good rows alone are booked when that is asked for; customers of bad rows alone are not created', async () => {
  const w = await createWorld();
  const summary = await importFile(w.admin, 'invoices', BAD, { refused: 'skip' });
  expect(summary).toMatchObject({ created: 2, refused: 5, newCustomers: 1 });
  expect(await w.openAt('2026-12-31')).toEqual({ 'A-1': 1000, 'A-6': 1000 });
});

test('a number with another amount, day or customer than in the books is refused; the same is already there', async () => {
  const w = await createWorld();
  await importFile(w.admin, 'invoices', FILE);
  const changed = `${HEADER}C1,,A-1,2026-01-05,,1000.00,,\nC1,,A-2,2026-01-06,,250.51,,\nC2,,A-3,2026-01-08,,99.00,EUR,\n`;
  const { plan } = await check(w.admin, 'invoices', changed);
  expect(plan?.alreadyThere).toEqual([2]);
  expect(plan?.problems).toMatchObject([
    {
      row: 3,
      column: 'Invoice number',
      problem: 'Invoice A-2 is already in the books as $250.50 of 2026-01-06 for Acme Tools.',
    },
    { row: 4, value: 'A-3' },
  ]);
  const other = await check(w.admin, 'invoices', `${HEADER}C2,,A-1,2026-01-05,,1000.00,USD,\n`);
  expect(other.plan?.problems).toMatchObject([
    { row: 2, problem: expect.stringContaining('for Acme Tools') },
  ]);
});

test('rows of a closed period are refused one by one; those already there are not', async () => {
  const w = await createWorld();
  await importFile(w.admin, 'invoices', FILE);
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  const file = `${FILE}C1,,A-7,2026-01-31,,5.00,,\nC1,,A-8,2026-02-01,,5.00,,\n`;
  const { plan } = await check(w.admin, 'invoices', file);
  expect(plan?.alreadyThere).toHaveLength(3);
  expect(plan?.problems).toMatchObject([
    {
      row: 5,
      column: 'Invoice date',
      value: '2026-01-31',
      problem: expect.stringContaining('closed to 2026-01-31'),
    },
  ]);
  expect(await importFile(w.admin, 'invoices', file, { refused: 'skip' })).toMatchObject({
    created: 1,
    refused: 1,
  });
});

test('missing customers are refused when they may not be created, archived ones always', async () => {
  const w = await createWorld();
  await w.addCustomer('Gone', 'G1');
  await importFile(w.admin, 'invoices', `${HEADER}G1,,X-1,2026-01-05,,1.00,,\n`);
  await owner`update customers set archived_at = now() where code = 'G1' and org_id = ${w.org.id}`;
  const file = `${HEADER}G1,,X-2,2026-01-05,,1.00,,\nN1,,X-3,2026-01-05,,1.00,,\n,acme,X-4,2026-01-05,,1.00,,\n`;
  const { plan } = await check(w.admin, 'invoices', file, { createCustomers: false });
  expect(plan?.problems.map(({ row, problem }) => [row, problem])).toEqual([
    [2, 'Gone is archived.'],
    [3, 'There is no customer with the code N1.'],
  ]);
  expect(plan?.invoices).toMatchObject([{ customerId: w.customerId, number: 'X-4' }]);
});

test('an organization sees neither the imports nor the numbers of another', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const { importId } = await importFile(w.admin, 'invoices', FILE);
  expect(await refusalOf(book(stranger.admin, importId))).toBe('not_found');
  expect((await check(stranger.admin, 'invoices', FILE)).plan).toMatchObject({
    alreadyThere: [],
    problems: [],
  });
  expect(await importFile(stranger.admin, 'invoices', FILE)).toMatchObject({ created: 3 });
});

test('a booking that fails in the middle leaves nothing behind', async () => {
  const w = await createWorld();
  const rows = Array.from({ length: 4_500 }, (_, i) => `C${i % 50},,B-${i},2026-01-05,,1.00,,`);
  const importId = await save(w.admin, 'invoices', HEADER + rows.join('\n'));
  const before = await countsOf(w.org.id);
  const stop = (done: number) => {
    if (done === 4_000) throw new Error('the power went off');
  };
  await expect(book(w.admin, importId, { onProgress: stop })).rejects.toThrow('the power went off');
  expect(await countsOf(w.org.id)).toEqual(before);
  const seen: number[] = [];
  const summary = await book(w.admin, importId, { onProgress: (done, total) => seen.push(done / total) });
  expect(summary).toMatchObject({ created: 4_500, newCustomers: 50, replayed: false });
  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});

test('a manager may look at the books and cannot import', async () => {
  const w = await createWorld();
  await expect(save(w.manager, 'invoices', FILE)).rejects.toThrow();
  expect(await countsOf(w.org.id)).toMatchObject({ imports: 0 });
});
