import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { closeConnections } from '@/db/client';
import { standingInvariants } from '@/db/queries/verify';
import { withScope } from '@/db/scope';
import { type Books, createBooks, customerOf, invoiceOf } from './api-books';

/** More with FUZZ. */
const REQUESTS = Number(process.env.FUZZ ?? 600);
const AT_ONCE = 12;

let books: Books;
test.beforeAll(async ({ playwright, baseURL }) => {
  books = await createBooks(await playwright.request.newContext({ baseURL: baseURL ?? '' }));
});
test.afterAll(closeConnections);

const nasty = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    ' ',
    '\0',
    '\ud800',
    '١٢',
    '-0',
    '0',
    'NaN',
    '1e400',
    '9'.repeat(30),
    'x'.repeat(3_000),
  ),
  fc.constantFrom(0, -1, 0.1 + 0.2, 1e21, 1e-7, 9_007_199_254_740_992, 900_000_000_000, 5e-324),
  fc.constantFrom(
    '1900-01-01',
    '2199-12-31',
    '2026-02-30',
    '0000-00-00',
    'USD',
    'JPY',
    'XXX',
    'oldest',
    "'; drop table x;--",
  ),
  fc.constant(null).map(() => randomUUID()),
  fc.jsonValue({ maxDepth: 3 }),
);

test('whatever is sent, the answer is never that something broke', async () => {
  test.setTimeout(180_000 + 20 * REQUESTS);
  const id = await customerOf(books, 'Fuzzed');
  const due = await invoiceOf(books, id, 100);
  const line = { description: 'Goods', quantity: 1, unit_price: 1, tax_percent: 0 };
  const writes: [string, object][] = [
    [
      '/customers',
      {
        name: 'A',
        code: null,
        credit_limit: 5,
        terms_days: 3,
        parent_id: id,
        tags: ['a'],
        contacts: [{ name: 'B' }],
      },
    ],
    [
      '/invoices',
      { customer_id: id, invoice_date: '2026-01-05', due_date: '2026-02-05', amount: 5, tax: 1, number: 'F' },
    ],
    ['/invoices', { customer_id: id, invoice_date: '2026-01-05', terms_days: 3, lines: [line] }],
    [
      '/payments',
      { customer_id: id, received_on: '2026-02-01', amount: 5, allocate: [{ invoice_id: due, amount: 1 }] },
    ],
    ['/payments', { invoice_id: due, payment_date: '2026-02-01', amount: 1 }],
    ['/allocations', { debit_id: due, credit_id: due, amount: 1, effective_on: '2026-02-01' }],
    [`/invoices/${due}/void`, { reason: 'x', on: '2026-02-01' }],
    [`/payments/${due}/reverse`, { reason: 'x' }],
    [`/allocations/${due}/undo`, { on: '2026-02-01' }],
  ];
  const reads = [
    '/aging',
    '/open-items',
    '/invoices',
    '/payments',
    '/kpis',
    '/customers',
    '/customer-breakdown',
    `/invoices/${due}`,
  ];
  const names = [
    'as_of',
    'known_at',
    'currency',
    'bounds',
    'bucket',
    'min',
    'cursor',
    'limit',
    'q',
    'customer_id',
    'full',
    'group_by',
  ];
  const write = fc
    .tuple(fc.constantFrom(...writes), nasty, fc.nat(20), fc.boolean())
    .map(([[path, body], value, at, whole]) => {
      const keys = Object.keys(body);
      const key = keys[at % keys.length] ?? '';
      return () => books.admin.post(path, whole && at === 0 ? value : { ...body, [key]: value });
    });
  const read = fc
    .tuple(fc.constantFrom(...reads), fc.constantFrom(...names), nasty)
    .map(([path, name, value]) => {
      const search = new URLSearchParams({
        [name]: typeof value === 'string' ? value : JSON.stringify(value),
      });
      return () => books.manager.get(`${path}?${search}`);
    });
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const asks = fc.sample(fc.oneof(write, read), { numRuns: REQUESTS, seed });
  for (let at = 0; at < asks.length; at += AT_ONCE) {
    const answers = await Promise.all(asks.slice(at, at + AT_ONCE).map((ask) => ask()));
    for (const answer of answers)
      expect(answer.status(), `seed ${seed}: ${answer.url()} ${await answer.text()}`).toBeLessThan(500);
  }
  const results = await withScope(books.actor, 'read', standingInvariants, 60_000);
  expect(results.filter((result) => result.broken > 0)).toEqual([]);
});
