import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { type Books, bodyOf, createBooks, errorOf } from './api-books';

let books: Books;
test.beforeEach(async ({ request }) => {
  books = await createBooks(request);
});
test.afterAll(closeConnections);

const FILE =
  'Customer code,Invoice number,Invoice date,Due date,Amount\nC1,A-1,2026-01-05,2026-02-04,1250.00\nC2,A-2,2026-01-06,,480.50\n';
const BAD = `${FILE}C2,A-3,2026-02-30,,10.00\n`;

test('a file is tried, booked once, and every row is answered for', async ({ request }) => {
  const send = (query: string, data: string, more: Record<string, string> = {}) =>
    request.post(`/api/v1/imports/${query}`, {
      headers: { Authorization: `Bearer ${books.key}`, 'Content-Type': 'text/csv', ...more },
      data,
    });

  expect(await bodyOf(await send('invoices?dry_run=true', BAD))).toMatchObject({
    import_id: null,
    dry_run: true,
    row_count: 3,
    created: 2,
    refused: 1,
    new_customers: 2,
    totals: [{ currency: 'USD', count: 2, amount: 1730.5, unapplied: 0 }],
    mapping: { columns: { number: 'Invoice number', invoiceDate: 'Invoice date' }, missing: [] },
    rows: [
      { row: 2, status: 'created' },
      { row: 3, status: 'created' },
      { row: 4, status: 'refused', problems: [{ column: 'Invoice date', value: '2026-02-30' }] },
    ],
  });
  expect(await errorOf(await send('invoices', BAD), 422)).toMatchObject({
    code: 'import_has_errors',
    rows: [{ row: 4, status: 'refused' }],
  });

  const key = { 'Idempotency-Key': 'january' };
  const booked = await bodyOf(await send('invoices?skip_refused=true', BAD, key));
  expect(booked).toMatchObject({ dry_run: false, created: 2, refused: 1 });
  const again = await send('invoices?skip_refused=true', BAD, key);
  expect(again.headers()['idempotency-replayed']).toBe('true');
  expect(await bodyOf(again)).toEqual(booked);
  expect(await errorOf(await send('invoices', FILE, key), 422)).toMatchObject({ code: 'request_reused' });
  expect(await bodyOf(await send('invoices', FILE))).toMatchObject({ created: 0, already_there: 2 });

  const payments = 'Who,What,When,Sum\nC1,A-1,5/2/2026,"1.250,00"\n';
  const map = 'map=customerCode:Who,invoiceNumber:What,receivedOn:When,amount:Sum';
  expect(await bodyOf(await send(`payments?${map}&date_order=dmy`, payments))).toMatchObject({
    created: 1,
    totals: [{ amount: 1250, unapplied: 0 }],
    mapping: { decimal: 'comma', date_order: 'dmy' },
  });
  const invoices = await (await books.admin.get('/invoices')).json();
  expect(
    invoices.find((invoice: { invoice_id: string; outstanding: number }) => invoice.outstanding === 0),
  ).toBeTruthy();
});

test('opening balances are of a day, and tried, booked and refused as other rows are', async ({
  request,
}) => {
  const send = (query: string, data: string) =>
    request.post(`/api/v1/imports/opening-balances${query}`, {
      headers: { Authorization: `Bearer ${books.key}`, 'Content-Type': 'text/csv' },
      data,
    });
  const file = 'Customer code,Balance,Invoice\nC1,1250.00,A-1\nC1,-50.00,\nC2,0.00,\n';
  expect(await errorOf(await send('', file), 400)).toMatchObject({ field: 'as_of' });
  expect(await bodyOf(await send('?as_of=2025-12-31&dry_run=true', file))).toMatchObject({
    created: 2,
    refused: 1,
    totals: [{ currency: 'USD', count: 2, amount: 1200 }],
    mapping: { as_of: '2025-12-31' },
    rows: [{ row: 2 }, { row: 3 }, { row: 4, problems: [{ problem: 'Open amount is zero.' }] }],
  });
  expect(await bodyOf(await send('?as_of=2025-12-31&skip_refused=true', file))).toMatchObject({ created: 2 });
  expect(await bodyOf(await send('?as_of=2025-12-31&skip_refused=true', file))).toMatchObject({
    created: 0,
    already_there: 2,
  });
  const aging = await bodyOf(await books.admin.get('/aging?as_of=2025-12-31'));
  expect(aging).toMatchObject({ tie_out: { documents: 1200, open_items: 1200, difference: 0 } });
  expect(
    await errorOf(await books.admin.post('/imports/invoices?as_of=2025-12-31', file), 400),
  ).toMatchObject({
    field: 'as_of',
  });
});

test('who may not, and what is not a file, is told so', async ({ request }) => {
  const post = (path: string, headers: Record<string, string>, data: string | Buffer = FILE) =>
    request.post(`/api/v1/imports/${path}`, { headers, data });
  const key = { Authorization: `Bearer ${books.key}` };
  expect(await errorOf(await post('invoices', {}), 401)).toMatchObject({ code: 'unauthenticated' });
  expect(await errorOf(await books.manager.post('/imports/invoices'), 403)).toMatchObject({
    code: 'forbidden',
  });
  expect(await errorOf(await post('colours', key), 404)).toMatchObject({ code: 'not_found' });
  expect(await errorOf(await post('invoices?dry=1', key), 400)).toMatchObject({ code: 'malformed' });
  expect(await errorOf(await post('invoices?map=total:Amount', key), 400)).toMatchObject({ field: 'map' });
  expect(await errorOf(await post('invoices', key, Buffer.from('PK\u0003\u0004')), 422)).toMatchObject({
    field: 'file',
  });
  expect(await errorOf(await post('invoices', key, 'Amount\n5'), 422)).toMatchObject({ code: 'invalid' });
  const large = Buffer.alloc(51 * 1024 * 1024, 'a');
  expect(await errorOf(await post('invoices', key, large), 413)).toMatchObject({ code: 'too_large' });
});

test('lines of a bank statement are tried, taken in once, and those that came before are told apart', async ({
  request,
}) => {
  const send = (query: string, data: string, more: Record<string, string> = {}) =>
    request.post(`/api/v1/imports/bank-lines${query}`, {
      headers: { Authorization: `Bearer ${books.key}`, 'Content-Type': 'text/csv', ...more },
      data,
    });
  const statement =
    'Date,Amount,Payer,Reference\n2026-03-01,1250.00,Brightwater,A-1\n2026-03-02,-9.50,Bank,Fee\n';
  const lines = {
    row_count: 2,
    created: 2,
    already_there: 0,
    rows: [{ row: 2, status: 'created', date: '2026-03-01', amount: 1250, payer: 'Brightwater' }, { row: 3 }],
  };
  const dry = { ...lines, statement_id: null, dry_run: true };
  expect(await bodyOf(await send('?dry_run=true', statement))).toMatchObject(dry);
  expect(await bodyOf(await send('?dry_run=true', statement))).toMatchObject(dry);
  const key = { 'Idempotency-Key': 'statement-1' };
  const first = await bodyOf(await send('', statement, key));
  expect(first).toMatchObject({ ...lines, dry_run: false, statement_id: expect.any(String) });
  const again = await send('', statement, key);
  expect(again.headers()['idempotency-replayed']).toBe('true');
  expect(await bodyOf(again)).toEqual(first);
  expect(await bodyOf(await send('', statement))).toMatchObject({ created: 0, already_there: 2 });
  expect(await errorOf(await send('', 'Colour,Shape\nred,round\n'), 422)).toMatchObject({ code: 'invalid' });
  const foreign = 'Wann,Wieviel,Wer\n5/3/2026,"1.250,00",Brightwater\n';
  const map = encodeURIComponent('bookedOn:Wann,amount:Wieviel,payer:Wer');
  expect(await bodyOf(await send(`?dry_run=true&map=${map}&date_order=dmy`, foreign))).toMatchObject({
    created: 1,
    rows: [{ date: '2026-03-05', amount: 1250, payer: 'Brightwater' }],
  });
  // What the columns are is said once: it is remembered, also by whoever only says how days are written.
  expect(await bodyOf(await send('?dry_run=true&date_order=dmy', foreign))).toMatchObject({
    rows: [{ payer: '' }],
  });
  expect(await bodyOf(await send(`?map=${map}&date_order=dmy`, foreign))).toMatchObject({ created: 1 });
  const next = (day: string) => `Wann,Wieviel,Wer\n${day},"99,00",Brightwater\n`;
  expect(await bodyOf(await send('', next('6/3/2026')))).toMatchObject({ rows: [{ date: '2026-03-06' }] });
  expect(await bodyOf(await send('?date_order=mdy', next('3/7/2026')))).toMatchObject({
    rows: [{ date: '2026-03-07', amount: 99, payer: 'Brightwater' }],
  });
  expect(await errorOf(await send('?map=amount:Nowhere', foreign), 400)).toMatchObject({ field: 'map' });
  expect(await errorOf(await send(`?map=${map}`, '<OFX></OFX>'), 400)).toMatchObject({ field: 'map' });
  const asManager = { Authorization: 'Bearer dl_none' };
  await errorOf(await send('', statement, asManager), 401);
});
