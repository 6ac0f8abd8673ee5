import { expect, test } from 'vitest';
import { createWorld, owner, refusalOf } from '../../world';
import { book, check, importFile, save, undo } from './importing';

const FILE =
  'Customer name,Customer code,Email,Terms,Credit limit,Currency,Address\n' +
  'Bolt & Co,B1,ap@bolt.example,45,"5,000.00",EUR,"1 High Street\nYork"\nCobalt,C1,,,,,\n';

test('customers are created with what the file says, once', async () => {
  const w = await createWorld();
  expect(await importFile(w.admin, 'customers', FILE)).toMatchObject({
    created: 2,
    newCustomers: 2,
    totals: [],
  });
  const rows = await owner`select name, code, email, terms_days, credit_limit_minor::int, currency, address
    from customers where org_id = ${w.org.id} and code is not null order by code`;
  expect([...rows]).toEqual([
    {
      name: 'Bolt & Co',
      code: 'B1',
      email: 'ap@bolt.example',
      terms_days: 45,
      credit_limit_minor: 500000,
      currency: 'EUR',
      address: '1 High Street York',
    },
    {
      name: 'Cobalt',
      code: 'C1',
      email: null,
      terms_days: 30,
      credit_limit_minor: null,
      currency: 'USD',
      address: null,
    },
  ]);
  expect(await importFile(w.admin, 'customers', FILE)).toMatchObject({ created: 0, alreadyThere: 2 });
});

test('a customer twice in one file is refused; one in the books under that name is there', async () => {
  const w = await createWorld();
  const { plan } = await check(w.admin, 'customers', 'Customer name,Code\nBolt,B1\nBolt Ltd,B1\n acme ,\n');
  expect(plan).toMatchObject({
    problems: [{ row: 3, column: 'Code', value: 'B1', problem: 'B1 is also the customer of row 2.' }],
    alreadyThere: [4],
    customers: [{ name: 'Bolt', code: 'B1' }],
  });
});

test('undoing customers archives those who have no documents; the same file brings them back', async () => {
  const w = await createWorld();
  const { importId } = await importFile(w.admin, 'customers', FILE);
  await importFile(w.admin, 'invoices', 'Customer code,Invoice number,Date,Amount\nC1,A-1,2026-01-05,5.00\n');
  expect(await undo(w.admin, importId)).toEqual({ reversed: 0, customersArchived: 1 });
  const archived =
    await owner`select code from customers where org_id = ${w.org.id} and archived_at is not null`;
  expect(archived.map(({ code }) => code)).toEqual(['B1']);
  expect(await importFile(w.admin, 'customers', FILE)).toMatchObject({
    created: 1,
    newCustomers: 0,
    restoredCustomers: 1,
    alreadyThere: 1,
  });
});

test('a file without the needed column is not booked, and says which it is', async () => {
  const w = await createWorld();
  const checked = await check(w.admin, 'invoices', 'Customer code,Date,Amount\nC1,2026-01-05,5.00\n');
  expect(checked).toMatchObject({ plan: null, missing: ['invoice number'] });
  const importId = await save(w.admin, 'invoices', 'Customer code,Date,Amount\nC1,2026-01-05,5.00\n');
  const refused = book(w.admin, importId);
  await expect(refused).rejects.toThrow('Choose the column for invoice number first.');
  expect(await refusalOf(refused)).toBe('invalid');
});

test('what is not a CSV file is refused before anything is stored', async () => {
  const w = await createWorld();
  await expect(save(w.admin, 'customers', Uint8Array.from([0x50, 0x4b, 3, 4]))).rejects.toThrow(
    'Save it as CSV',
  );
});
