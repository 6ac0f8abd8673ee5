import { expect, test } from 'vitest';
import type { ImportKind } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { guessDateOrder, guessDecimal } from '@/lib/import/guess-style';
import { parseTable } from '@/lib/import/parse';

/** The guess with columns by name. */
function guess(kind: ImportKind, text: string, currency = 'USD') {
  const table = parseTable(text);
  const { columns, ...rest } = guessMapping(kind, table, { currency });
  return {
    ...rest,
    columns: Object.fromEntries(Object.entries(columns).map(([id, at]) => [id, table.header[at ?? -1]])),
  };
}

const IBM =
  'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate\n' +
  '391,0379-NEVHP,4/6/2013,0000611365,1/2/2013,2/1/2013,55.94,No,1/15/2013';

const HIGHRADIUS =
  'row_no,cust_number,invoice_date_est,invoice_date_clamped,due_date,clear_date,days_late,amount,invoice_id,name_customer,currency_est,terms_est\n' +
  '1,100043965,2018-12-18,0,2019-01-02,2019-01-03,1,16635.40,,,USD,\n'.repeat(5) +
  '6,140104409,2018-12-31,0,2019-01-11,2019-01-07,-4,292.65,,LOB in,CAD,CA10';

test('invoices of IBM are understood', () => {
  expect(guess('invoices', IBM)).toMatchObject({
    dateOrder: 'mdy',
    decimal: 'point',
    columns: {
      customerCode: 'customerID',
      number: 'invoiceNumber',
      invoiceDate: 'InvoiceDate',
      dueDate: 'DueDate',
      amount: 'InvoiceAmount',
    },
  });
});

test('the payments in the same file are understood: the day it was settled, and the invoice', () => {
  expect(guess('payments', IBM).columns).toEqual({
    customerCode: 'customerID',
    receivedOn: 'SettledDate',
    amount: 'InvoiceAmount',
    invoiceNumber: 'invoiceNumber',
  });
});

test('a column that is empty does not number the invoices: another one does, for their payments too', () => {
  expect(guess('invoices', HIGHRADIUS).columns).toEqual({
    customerCode: 'cust_number',
    customerName: 'name_customer',
    number: 'row_no',
    invoiceDate: 'invoice_date_est',
    dueDate: 'due_date',
    amount: 'amount',
    currency: 'currency_est',
  });
  expect(guess('payments', HIGHRADIUS).columns).toEqual({
    customerCode: 'cust_number',
    customerName: 'name_customer',
    receivedOn: 'clear_date',
    amount: 'amount',
    invoiceNumber: 'row_no',
    currency: 'currency_est',
  });
});

test('a bank export does not take its row numbers for invoices', () => {
  const { columns } = guess('payments', 'Row No,Date,Amount,Payer,Reference\n1,2026-01-02,5.00,Acme,X1');
  expect(columns).toEqual({ receivedOn: 'Date', amount: 'Amount', payer: 'Payer', reference: 'Reference' });
});

test('what no name gives away is found by content: days, amounts, and the column that numbers the rows', () => {
  const rows = ['Acme;R-1;02.01.2026;5,00', 'Acme;R-2;03.01.2026;5,00'].join('\n');
  expect(guess('invoices', `Kunde;Zeichen;Am;Summe netto\n${rows}`)).toMatchObject({
    decimal: 'comma',
    columns: { customerName: 'Kunde', number: 'Zeichen', invoiceDate: 'Am', amount: 'Summe netto' },
  });
});

test('content decides against a name: a date that holds no dates, an amount that holds words', () => {
  const { columns } = guess(
    'invoices',
    'Customer,Invoice,Date,Amount,Posted,Sum (EUR)\nAcme,A1,yes,paid,2026-01-02,5.00',
  );
  expect(columns).toEqual({
    customerName: 'Customer',
    number: 'Invoice',
    invoiceDate: 'Posted',
    amount: 'Sum (EUR)',
  });
});

test('customers are understood, in German as well', () => {
  expect(
    guess(
      'customers',
      'Customer name,Customer ID,E-mail,Payment terms,Credit limit\nAcme,A1,a@b.co,net 30,5000',
    ).columns,
  ).toEqual({
    customerName: 'Customer name',
    customerCode: 'Customer ID',
    email: 'E-mail',
    termsDays: 'Payment terms',
    creditLimit: 'Credit limit',
  });
  expect(guess('customers', 'Kundennummer;Kunde;Währung\n1;Acme;EUR').columns).toEqual({
    customerCode: 'Kundennummer',
    customerName: 'Kunde',
    currency: 'Währung',
  });
});

const dates = (...days: string[]) =>
  `customer,number,date,amount\n${days.map((day, i) => `A,${i},${day},5`).join('\n')}`;

test('one day above 12, wherever it stands, settles the order of dates; without one the currency presets it and it is asked', () => {
  const late = Array.from({ length: 1_000 }, () => '1/2/2026');
  expect(guess('invoices', dates(...late, '13/2/2026'))).toMatchObject({ dateOrder: 'dmy' });
  expect(guess('invoices', dates(...late, '2/13/2026'), 'EUR')).toMatchObject({ dateOrder: 'mdy' });
  expect(guess('invoices', dates('1/2/2026'))).toMatchObject({ dateOrder: 'mdy' });
  expect(guess('invoices', dates('1/2/2026'), 'EUR')).toMatchObject({ dateOrder: 'dmy' });
  const asked = (text: string) => {
    const table = parseTable(text);
    return guessDateOrder('invoices', table, guessMapping('invoices', table, { currency: 'USD' })).isAsked;
  };
  expect(asked(dates('1/2/2026'))).toBe(true);
  expect(asked(dates('1/13/2026', '13/1/2026'))).toBe(true);
  expect(asked(dates('1/13/2026', '1/2/2026'))).toBe(false);
  expect(asked(dates('2026-01-02', '20 Nov 2026'))).toBe(false);
});

test('cents settle the decimal mark; thousands alone are asked about', () => {
  const amounts = (...written: string[]) =>
    `customer;number;date;amount\n${written.map((amount, i) => `A;${i};2026-01-02;${amount}`).join('\n')}`;
  const decimal = (text: string) => {
    const table = parseTable(text);
    const mapping = guessMapping('invoices', table, { currency: 'EUR' });
    return [mapping.decimal, guessDecimal('invoices', table, mapping).isAsked];
  };
  expect(decimal(amounts('1.234', '12,50'))).toEqual(['comma', false]);
  expect(decimal(amounts('1,234', '12.50'))).toEqual(['point', false]);
  expect(decimal(amounts('1,234'))).toEqual(['point', true]);
  expect(decimal(amounts('1234'))).toEqual(['point', false]);
});

test('lists that were exported here are recognised by themselves', () => {
  const listed = (kind: ImportKind, heading: string, row: string) =>
    guess(kind, `${heading}\n${row}\n`).columns;
  expect(
    listed(
      'customers',
      'Id,Customer,Code,Owner,Tags,Days to pay,E-mail,Currency',
      'x1,Acme,C1,Jo,,30,a@b.example,USD',
    ),
  ).toEqual({
    customerName: 'Customer',
    customerCode: 'Code',
    owner: 'Owner',
    termsDays: 'Days to pay',
    email: 'E-mail',
    currency: 'Currency',
  });
  expect(
    listed(
      'invoices',
      'Invoice,Kind,Customer,Purchase order,Issued,Due,Status,Currency,Amount,Open',
      'A-1,Invoice,Acme,,2026-01-05,2026-02-04,Open,USD,10.00,4.00',
    ),
  ).toEqual({
    number: 'Invoice',
    customerName: 'Customer',
    invoiceDate: 'Issued',
    dueDate: 'Due',
    currency: 'Currency',
    amount: 'Amount',
  });
  expect(
    listed(
      'payments',
      'Payment,Customer,Received,Method,Reference,Payer,Reversed,Currency,Unapplied,Amount',
      'PMT-1,Acme,2026-01-05,Wire,R1,Jo,no,USD,0.00,10.00',
    ),
  ).toMatchObject({ customerName: 'Customer', receivedOn: 'Received', amount: 'Amount', method: 'Method' });
});
