import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { asking, type Books, bodyOf, createBooks, customerOf, errorOf, invoiceOf } from './api-books';

let books: Books;
test.beforeAll(async ({ playwright, baseURL }) => {
  books = await createBooks(await playwright.request.newContext({ baseURL: baseURL ?? '' }));
});
test.afterAll(closeConnections);

const customer = (name: string, more: object = {}) => customerOf(books, name, more);
const invoice = (id: string, amount: string | number, more: object = {}) =>
  invoiceOf(books, id, amount, more);

test('without a key, with a wrong one, or beyond its role, the answer is no', async ({ request }) => {
  for (const authorization of ['', 'Bearer ', 'Bearer dl_x', `Bearer dl_${'A'.repeat(43)}`, 'Basic YTpi']) {
    const answer = await request.get('/api/v1/customers', { headers: { Authorization: authorization } });
    expect((await errorOf(answer, 401)).code).toBe('unauthenticated');
    expect(answer.headers()['www-authenticate']).toBe('Bearer');
  }
  for (const path of ['/customers', '/invoices', '/payments', '/allocations'])
    expect(await errorOf(await books.manager.post(path, {}), 403)).toMatchObject({ code: 'forbidden' });
  expect(await errorOf(await books.manager.patch(`/customers/${randomUUID()}`, {}), 403)).toMatchObject({
    code: 'forbidden',
  });
});

test('a write without a key is told so in the interface’s own words, whatever a browser adds to it', async ({
  request,
}) => {
  for (const headers of [
    {},
    { Cookie: 'dueline.session=x' },
    { Cookie: 'dueline.session=x', Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  ]) {
    for (const path of ['/customers', '/imports/customers', '/no-such-thing']) {
      const answer = await request.post(`/api/v1${path}`, { headers, data: { name: 'x' } });
      expect((await errorOf(answer, path === '/no-such-thing' ? 404 : 401)).message).toMatch(/\S/);
    }
    await errorOf(await request.patch(`/api/v1/customers/${randomUUID()}`, { headers, data: {} }), 401);
    await errorOf(await request.delete(`/api/v1/services/${randomUUID()}`, { headers }), 401);
  }
});

test('the activity is for administrators, the latest first, and can be narrowed', async () => {
  const id = await customer('Noted');
  const due = await invoice(id, 12, { number: 'ACT-1' });
  await errorOf(await books.manager.get('/activity'), 403);
  const all = await bodyOf(await books.admin.get('/activity?limit=1'));
  expect(all.data).toEqual([
    expect.objectContaining({ verb: 'invoice_posted', object_id: due, customer_name: 'Noted' }),
  ]);
  const rest = await bodyOf(await books.admin.get(`/activity?limit=1&cursor=${String(all.next_cursor)}`));
  expect(rest.data).toEqual([expect.objectContaining({ verb: 'customer_created', object_id: id })]);
  const about = await bodyOf(await books.admin.get(`/activity?object=${due}`));
  expect(about).toMatchObject({
    data: [{ sentence: 'admin posted ACT-1, $12.00 to Noted' }],
    next_cursor: null,
  });
  expect((await bodyOf(await books.admin.get('/activity?as_of=2020-01-01'))).data).toEqual([]);
  await errorOf(await books.admin.get('/activity?cursor=WyJ4Il0'), 400);
});

test('disputes, holds and notes are shown as of a day', async () => {
  const id = await customer('Then');
  const due = await invoice(id, 50);
  await bodyOf(
    await books.admin.post('/disputes', { invoice_id: due, reason: 'Late', opened_on: '2026-02-01' }),
    201,
  );
  const hold = { customer_id: id, reason: 'Agreed', placed_on: '2026-02-01' };
  const { hold_id } = await bodyOf(await books.admin.post('/holds', hold), 201);
  await bodyOf(await books.admin.post(`/holds/${String(hold_id)}/release`, { on: '2026-02-20' }));
  await bodyOf(await books.admin.post('/notes', { customer_id: id, text: 'Called' }), 201);
  const at = async (what: string, day: string) =>
    (await bodyOf(await books.manager.get(`/${what}?customer_id=${id}&as_of=${day}`))).data;
  for (const what of ['disputes', 'holds', 'notes']) expect(await at(what, '2026-01-31')).toEqual([]);
  expect(await at('disputes', '2026-02-01')).toEqual([expect.objectContaining({ status: 'open' })]);
  expect(await at('holds', '2026-02-10')).toEqual([expect.objectContaining({ released_on: null })]);
  expect(await at('holds', '2026-02-20')).toEqual([expect.objectContaining({ released_on: '2026-02-20' })]);
  expect(await at('notes', '2190-01-01')).toHaveLength(1);
});

test('what is not there, and what is somebody else’s, look the same', async ({ request }) => {
  const id = await customer('Mine');
  const due = await invoice(id, 5);
  const other = (await createBooks(request)).admin;
  for (const path of [
    `/customers/${id}`,
    `/invoices/${due}`,
    `/payments/${due}`,
    `/invoice-details/${id}`,
    `/customers/x`,
  ]) {
    const foreign = await errorOf(await other.get(path), 404);
    expect(foreign.code).toBe('not_found');
  }
  const missing = randomUUID();
  expect((await errorOf(await other.get(`/invoices/${due}`), 404)).message).toBe(
    (await errorOf(await other.get(`/invoices/${missing}`), 404)).message,
  );
  const pay = { received_on: '2026-02-01', payment_date: undefined, amount: 1, customer_id: id };
  expect(await errorOf(await other.post('/payments', pay), 404)).toMatchObject({ code: 'not_found' });
  expect(await errorOf(await other.post(`/invoices/${due}/void`, { reason: 'x' }), 404)).toMatchObject({
    code: 'not_found',
  });
  expect(await errorOf(await other.get('/no-such-thing'), 404)).toMatchObject({ code: 'not_found' });
  expect(await (await other.get('/invoices')).json()).toEqual([]);
});

test('what a rule forbids is 422, and what the state forbids 409', async () => {
  const id = await customer('Rules', { code: 'RULES' });
  const due = await invoice(id, 100, { number: 'R-1' });
  const pay = (allocate: unknown) =>
    books.admin.post('/payments', { customer_id: id, received_on: '2026-02-01', amount: 500, allocate });
  expect(await errorOf(await pay([{ invoice_id: due, amount: 101 }]), 422)).toMatchObject({
    code: 'over_allocation',
    field: 'allocate',
  });
  expect(
    await errorOf(await books.admin.post('/customers', { name: 'Two', code: 'RULES' }), 409),
  ).toMatchObject({ code: 'duplicate', field: 'code' });
  expect(
    await errorOf(
      await books.admin.post('/invoices', {
        customer_id: id,
        invoice_date: '2026-01-05',
        amount: 1,
        number: 'R-1',
      }),
      409,
    ),
  ).toMatchObject({ code: 'duplicate_number' });
  expect(await errorOf(await books.admin.post(`/customers/${id}/archive`), 409)).toMatchObject({
    code: 'customer_owes',
  });
  await bodyOf(await books.admin.post(`/invoices/${due}/void`, { reason: 'x' }));
  expect(await errorOf(await books.admin.post(`/invoices/${due}/void`, { reason: 'x' }), 409)).toMatchObject({
    code: 'already_reversed',
  });
  const written = await books.admin.post('/invoices', { customer_id: id, draft: true });
  const { invoice_id: draft } = await bodyOf(written, 201);
  expect(await errorOf(await books.admin.post(`/invoices/${String(draft)}/post`), 422)).toMatchObject({
    code: 'draft_incomplete',
    field: 'invoice_date',
  });
});

test('the body of earlier callers pays one invoice, and what is too much stays on the account', async () => {
  const id = await customer('Earlier');
  const due = await invoice(id, 100);
  const pay = (body: object) => books.admin.post('/payments', body);
  const first = await bodyOf(await pay({ invoice_id: due, payment_date: '2026-02-01', amount: 130 }), 201);
  expect(first).toMatchObject({
    message: expect.stringContaining('was recorded'),
    amount: 130,
    unallocated_amount: 30,
  });
  const rows = (await (await books.admin.get(`/payments?customer_id=${id}`)).json()) as object[];
  expect(rows).toEqual([
    expect.objectContaining({
      payment_id: first.payment_id,
      invoice_id: due,
      amount: 100,
      payment_date: '2026-02-01',
    }),
    expect.objectContaining({ payment_id: first.payment_id, invoice_id: null, amount: 30 }),
  ]);
  await errorOf(await pay({ invoice_id: due, payment_date: '2026-02-01' }), 400);
  await errorOf(await pay({ invoice_id: due, payment_date: '2026-02-01', amount: 0 }), 400);
  await errorOf(await pay({ invoice_id: randomUUID(), payment_date: '2026-02-01', amount: 5 }), 404);
});

test('what cannot be read is named, and nothing of it is done', async ({ request }) => {
  const id = await customer('Malformed');
  const base = { customer_id: id, invoice_date: '2026-01-05', amount: 5 };
  for (const [body, field] of [
    [{ ...base, invoice_date: '2026-02-30' }, 'invoice_date'],
    [{ ...base, color: 'red' }, 'color'],
    [{ ...base, customer_id: 'x' }, 'customer_id'],
    [{ ...base, lines: [] }, 'lines'],
    [{ ...base, lines: [{ description: 'a', unit_price: 1 }] }, 'amount'],
    [{ ...base, due_date: '2026-02-01', terms_days: 3 }, 'terms_days'],
    [
      { ...base, amount: undefined, lines: [{ description: 'a', unit_price: 1, quantity: '1e5' }] },
      'lines.0.quantity',
    ],
    [{ ...base, currency: 'usd' }, 'currency'],
    [{ ...base, tax: 6 }, 'tax'],
  ] as const)
    expect([field, (await errorOf(await books.admin.post('/invoices', body), 400)).field]).toEqual([
      field,
      field,
    ]);
  for (const path of [
    '/invoices?as_of=yesterday',
    '/invoices?limit=201',
    '/invoices?limit=0',
    '/invoices?cursor=abc',
    '/invoices?colour=red',
    '/invoices?limit=1&limit=2',
    '/aging?bounds=30,10',
    '/aging?bucket=31-61',
    '/aging?known_at=now',
    '/aging?min=ten',
    '/kpis?currency=XXX',
  ])
    expect((await errorOf(await books.admin.get(path), 400)).code).toBe('malformed');
  expect(await (await books.admin.get(`/invoices?customer_id=${id}`)).json()).toEqual([]);
  await errorOf(await asking(request, 'x').get('/customers'), 401);
});

test('bodies that are no JSON, too large, too deep or of another kind are refused', async ({ request }) => {
  const send = (data: string | Buffer, type = 'application/json') =>
    request.post('/api/v1/customers', {
      headers: { Authorization: `Bearer ${books.key}`, 'Content-Type': type },
      data,
    });
  await errorOf(await send(Buffer.from('{"name":')), 400);
  await errorOf(await send(Buffer.from([0x22, 0xff, 0x22])), 400);
  await errorOf(await send(Buffer.from(`{"name":${'['.repeat(20_000)}`)), 400);
  await errorOf(await send(Buffer.from('{"name":"a","__proto__":{"x":1}}')), 400);
  await errorOf(await send(Buffer.from('{"name":"a"}'), 'text/plain'), 400);
  await errorOf(await send(Buffer.from('null')), 400);
  await errorOf(await send(Buffer.from('[]')), 400);
  await errorOf(await send(Buffer.from(JSON.stringify({ name: 'a', notes: 'x'.repeat(250_000) }))), 413);
});
