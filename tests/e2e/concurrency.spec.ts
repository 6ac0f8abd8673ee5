import { randomUUID } from 'node:crypto';
import { type APIResponse, expect, test } from '@playwright/test';
import { closeConnections } from '@/db/client';
import { standingInvariants } from '@/db/queries/verify';
import { withScope } from '@/db/scope';
import { asking, type Books, bodyOf, createBooks, customerOf, errorOf, invoiceOf } from './api-books';

const CLIENTS = 64;
const ROUNDS = 6;

let books: Books;
test.beforeAll(async ({ playwright, baseURL }) => {
  books = await createBooks(await playwright.request.newContext({ baseURL: baseURL ?? '' }));
});
test.afterAll(closeConnections);

/** What 64 clients try on an invoice of 100.00, each in turn another way. */
type Try = (invoiceId: string) => Promise<APIResponse>;

/** Ways to settle it wholly: none can share it with another. */
function settling(customerId: string, creditId: string): Try[] {
  const { admin } = books;
  return [
    (invoiceId) =>
      admin.post('/payments', {
        customer_id: customerId,
        received_on: '2026-02-10',
        amount: 100,
        allocate: [{ invoice_id: invoiceId, amount: 100 }],
      }),
    (invoiceId) =>
      admin.post('/write-offs', { invoice_id: invoiceId, amount: 100, date: '2026-02-10', reason: 'Race' }),
    (invoiceId) => admin.post('/allocations', { debit_id: invoiceId, credit_id: creditId, amount: 100 }),
  ];
}

async function race(ways: readonly Try[], invoiceId: string) {
  const answers = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, i) => {
      const way = i % ways.length;
      return { way, answer: await (ways[way] as Try)(invoiceId) };
    }),
  );
  const won = answers.filter(({ answer }) => answer.ok());
  for (const { answer } of answers.filter(({ answer: each }) => !each.ok())) {
    // A clear no of the rules: never a deadlock, a time-out or a fault.
    const { code } = await errorOf(answer, answer.status());
    expect([409, 422], `${answer.status()} ${String(code)}`).toContain(answer.status());
    expect(String(code)).toMatch(/^[a-z_]+$/);
  }
  return won.map(({ way }) => way);
}

async function openOf(invoiceId: string): Promise<unknown> {
  return (await bodyOf(await books.manager.get(`/invoices/${invoiceId}`))).outstanding;
}

async function newCredit(customerId: string): Promise<string> {
  const body = { customer_id: customerId, date: '2026-01-10', amount: 100 };
  return String((await bodyOf(await books.admin.post('/credit-memos', body), 201)).credit_memo_id);
}

test('64 clients that pay, write off and credit one invoice at once: exactly one settles it', async () => {
  const customerId = await customerOf(books, 'Raced');
  for (let round = 0; round < ROUNDS; round += 1) {
    const invoiceId = await invoiceOf(books, customerId, 100);
    const won = await race(settling(customerId, await newCredit(customerId)), invoiceId);
    expect(won).toHaveLength(1);
    expect(await openOf(invoiceId)).toBe(0);
  }
  await expectSound();
});

test('64 clients of whom some void it: it is void once, at most one settled it before, nothing is lost', async () => {
  const customerId = await customerOf(books, 'Voided in a race');
  for (let round = 0; round < ROUNDS; round += 1) {
    const invoiceId = await invoiceOf(books, customerId, 100);
    const ways = settling(customerId, await newCredit(customerId));
    const voiding: Try = (id) => books.admin.post(`/invoices/${id}/void`, { reason: 'Race' });
    const won = await race([...ways, voiding], invoiceId);
    expect(won.filter((way) => way === ways.length)).toHaveLength(1);
    expect(won.filter((way) => way < ways.length).length).toBeLessThanOrEqual(1);
    expect(await bodyOf(await books.manager.get(`/invoices/${invoiceId}`))).toMatchObject({
      outstanding: 0,
      status: 'void',
    });
  }
  await expectSound();
});

test('one payment sent 64 times under one key at once is booked once, and answers the same to all', async ({
  request,
}) => {
  const customerId = await customerOf(books, 'Sent again');
  const invoiceId = await invoiceOf(books, customerId, 500);
  const body = {
    customer_id: customerId,
    received_on: '2026-02-10',
    amount: 100,
    allocate: [{ invoice_id: invoiceId, amount: 100 }],
  };
  const key = randomUUID();
  const admin = asking(request, books.key);
  const answers = await Promise.all(
    Array.from({ length: CLIENTS }, () => admin.post('/payments', body, key)),
  );
  const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 201));
  expect(texts.size).toBe(1);
  expect(answers.filter((answer) => !answer.headers()['idempotency-replayed'])).toHaveLength(1);
  expect(await openOf(invoiceId)).toBe(400);
});

async function expectSound(): Promise<void> {
  const results = await withScope(books.actor, 'read', standingInvariants);
  expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
}
