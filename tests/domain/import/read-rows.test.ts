import { expect, test } from 'vitest';
import type { ImportKind } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import type { Mapping } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import { readRows } from '@/lib/import/read-rows';

function read<K extends ImportKind>(kind: K, text: string, over: Partial<Mapping> = {}, currency = 'USD') {
  const table = parseTable(text);
  const mapping = { ...guessMapping(kind, table, { currency }), ...over };
  return readRows(kind, table, { mapping, currencyOf: () => currency });
}

const INVOICES =
  'Customer code,Customer name,Invoice number,Invoice date,Due date,Amount,Currency,Description\n';

test('an invoice is read; codes and numbers keep their zeros', () => {
  expect(read('invoices', `${INVOICES}007,Acme,0000611365,1/2/2013,2/13/2013,"1,055.94",,`).rows).toEqual([
    {
      row: 2,
      customer: { code: '007', name: 'Acme' },
      number: '0000611365',
      invoiceDate: '2013-01-02',
      dueDate: '2013-02-13',
      amountMinor: 105594,
      currency: 'USD',
      description: '',
    },
  ]);
});

test('every wrong cell is named with its row, its column, what it holds and what would do', () => {
  const good = ',Acme,A1,2026-01-02,,5.00,,\n'.repeat(8);
  const { rows, problems } = read('invoices', `${INVOICES}${good},Acme,,2026-02-30,soon,-5,XXX,\n,,A2,,,0,,`);
  expect(rows).toHaveLength(8);
  expect(problems).toMatchObject([
    { row: 10, column: 'Invoice number', value: '', problem: 'Invoice number is empty.' },
    {
      row: 10,
      column: 'Invoice date',
      value: '2026-02-30',
      problem: '"2026-02-30" is not a day of the calendar.',
    },
    { row: 10, column: 'Due date', value: 'soon', hint: 'Write it like 2026-11-20 or 20 Nov 2026.' },
    { row: 10, column: 'Currency', value: 'XXX', problem: '"XXX" is not a currency.' },
    { row: 11, column: 'Customer code', value: '', problem: 'This row names no customer.' },
    { row: 11, column: 'Invoice date', value: '', problem: 'Invoice date is empty.' },
    { row: 11, column: 'Amount', value: '0', problem: 'Amount is not above zero.' },
  ]);
});

test('amounts that are negative, huge, too fine or not amounts are refused', () => {
  const rows = ['-5', '(5.00)', '99999999999999999999', '5.001', 'five', '5.00'].map(
    (a) => `,Acme,${a},2026-01-02,,${a},,`,
  );
  const { problems } = read('invoices', INVOICES + rows.join('\n'), { columns: columns(1, 2, 3, 5) });
  expect(problems.map(({ row, problem }) => [row, problem])).toEqual([
    [2, 'Amount is not above zero.'],
    [3, 'Amount is not above zero.'],
    [4, '"99999999999999999999" is larger than one document can carry.'],
    [5, '"5.001" has more than the 2 decimals of USD.'],
    [6, '"five" is not an amount.'],
  ]);
});

test('the currency beside an amount counts, and so do its own decimals', () => {
  const rows = ['JPY 500', '500.5 JPY', 'KWD 1.234'].map((a, i) => `,Acme,A${i},2026-01-02,,${a},,`);
  const found = read('invoices', INVOICES + rows.join('\n'), { columns: columns(1, 2, 3, 5) });
  expect(found.rows.map((row) => [row.currency, row.amountMinor])).toEqual([
    ['JPY', 500],
    ['KWD', 1234],
  ]);
  expect(found.problems).toMatchObject([{ row: 3, problem: '"500.5 JPY" has decimals, and JPY has none.' }]);
});

test('numbers that a spreadsheet shortened are refused, and the guard of formulas is taken off', () => {
  const text = `${INVOICES}1.9E+09,Acme,A1,2026-01-02,,5,,\n,'=Acme,'-A2,2026-01-02,,5,,`;
  const { rows, problems } = read('invoices', text);
  expect(problems).toMatchObject([{ row: 2, column: 'Customer code', value: '1.9E+09' }]);
  expect(rows).toMatchObject([{ customer: { code: '', name: '=Acme' }, number: '-A2' }]);
});

test('a cell of a million characters is refused without being repeated', () => {
  const { problems } = read(
    'invoices',
    `${INVOICES},Acme,A1,${'x'.repeat(1_000_000)},,${'1'.repeat(1_000_000)},,`,
    {
      columns: columns(1, 2, 3, 5),
    },
  );
  expect(problems.map(({ row, problem }) => [row, problem])).toEqual([
    [2, 'Invoice date is 1000000 characters long.'],
    [2, 'Amount is 1000000 characters long.'],
  ]);
  expect(JSON.stringify(problems).length).toBeLessThan(1_000);
});

test('texts that are too long are refused', () => {
  expect(read('invoices', `${INVOICES},Acme,${'9'.repeat(61)},2026-01-02,,5,,`).problems).toMatchObject([
    { row: 2, column: 'Invoice number', hint: 'Shorten it to 60.' },
  ]);
});

test('a payment needs a customer or an invoice', () => {
  const { rows, problems } = read(
    'payments',
    'Customer,Invoice,Received on,Amount,Reference,Method\n,A1,2026-01-02,5,,\nAcme,,2026-01-02,5,R,Wire\n,,2026-01-02,5,,',
  );
  expect(rows).toMatchObject([
    { row: 2, invoiceNumber: 'A1', customer: { code: '', name: '' } },
    { row: 3, reference: 'R', method: 'Wire', customer: { name: 'Acme' } },
  ]);
  expect(problems).toMatchObject([{ row: 4, problem: 'This row names no customer.' }]);
});

test('a customer is read; terms and limits in the ways people write them', () => {
  const header = 'Customer name,Customer code,Email,Terms,Credit limit,Currency\n';
  const { rows, problems } = read(
    'customers',
    `${header}Acme,A1,ap@acme.example,net 45,"5,000.00",eur\nBolt,,not an address,soon,-1,`,
    {
      columns: { customerName: 0, customerCode: 1, email: 2, termsDays: 3, creditLimit: 4, currency: 5 },
    },
  );
  expect(rows).toMatchObject([
    { customer: { code: 'A1', name: 'Acme' }, termsDays: 45, creditLimitMinor: 500000, currency: 'EUR' },
  ]);
  expect(problems.map(({ row, column }) => [row, column])).toEqual([
    [3, 'Credit limit'],
    [3, 'Email'],
    [3, 'Terms'],
  ]);
});

/** Name, number, day and amount in these columns. */
function columns(
  customerName: number,
  number: number,
  invoiceDate: number,
  amount: number,
): Mapping['columns'] {
  return { customerName, number, invoiceDate, amount };
}
