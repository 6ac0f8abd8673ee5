import { expect, test } from 'vitest';
import { ApiError } from '@/app/api/v1/_api/api-error';
import { getAging } from '@/app/api/v1/_resources/aging';
import { createCreditMemo } from '@/app/api/v1/_resources/credit-memos';
import { getCustomer } from '@/app/api/v1/_resources/customers';
import { getExchangeDifferences } from '@/app/api/v1/_resources/exchange-differences';
import { createExchangeRates, listExchangeRates } from '@/app/api/v1/_resources/exchange-rates';
import { createInvoice } from '@/app/api/v1/_resources/invoices';
import { createPayment, getPayment } from '@/app/api/v1/_resources/payments';
import { createWorld, day } from '../../world';
import { ask } from './asking';

const TODAY = day('2026-06-30');

interface Total {
  total: number;
  parts: { currency: string; rate_quote: string | null }[];
  without_rate: { currency: string; amount: number }[];
}

test('a program enters a rate each way, posts, is paid, and reads the gain to the cent', async () => {
  const w = await createWorld();
  await ask(w, createExchangeRates, {
    today: TODAY,
    body: { currency: 'EUR', date: '2026-06-01', quote: '1 USD = 1.20 EUR', source: 'ECB' },
  });
  const many = await ask<{ count: number }>(w, createExchangeRates, {
    today: TODAY,
    body: [
      { currency: 'GBP', date: '2026-06-01', rate: '1.27' },
      { currency: 'GBP', date: '2026-06-02', rate: 1.28 },
    ],
  });
  expect(many.count).toBe(2);
  const listed = await ask<{ data: { rate_quote: string | null; date: string }[] }>(w, listExchangeRates, {
    today: TODAY,
    query: { limit: '2' },
  });
  expect(listed.data.map((each) => [each.date, each.rate_quote])).toEqual([
    ['2026-06-02', null],
    ['2026-06-01', '1.2'],
  ]);
  const invoice = await ask<{ invoice_id: string; base_amount: number; rate_on: string }>(w, createInvoice, {
    today: TODAY,
    body: { customer_id: w.customerId, invoice_date: '2026-06-15', amount: '400', currency: 'EUR' },
  });
  expect(invoice).toMatchObject({ base_amount: 333.33, rate_on: '2026-06-01', rate_quote: '1.2' });
  const paid = await ask<{ payment_id: string }>(w, createPayment, {
    today: TODAY,
    body: {
      customer_id: w.customerId,
      received_on: '2026-06-16',
      amount: 400,
      currency: 'EUR',
      rate_quote: '1 USD = 1.10 EUR',
      allocate: [{ invoice_id: invoice.invoice_id, amount: 400 }],
    },
  });
  const payment = await ask(w, getPayment, { today: TODAY, params: { id: paid.payment_id } });
  expect(payment).toMatchObject({ base_amount: 363.64, allocations: [{ exchange_difference_base: 30.31 }] });
  expect(await ask(w, getExchangeDifferences, { today: TODAY })).toMatchObject({
    from: '2026-06-01',
    realised: { total: 30.31, count: 1, without_rate: 0 },
    unrealised: [],
    data: [
      { exchange_difference_base: 30.31, debit: { base_amount: 333.33 }, credit: { base_amount: 363.64 } },
    ],
  });
  expect(await ask(w, getCustomer, { today: TODAY, params: { id: w.customerId } })).toMatchObject({
    balances: [],
    balance_base: { total: 0 },
  });
});

test('aging adds currencies up only when asked, with each rate beside it, and lists apart what has none', async () => {
  const w = await createWorld();
  await ask(w, createExchangeRates, {
    today: TODAY,
    body: { currency: 'EUR', date: '2026-06-01', quote: '0.8' },
  });
  await w.invoice(10_000, '2026-06-10');
  await w.invoice(8_000, '2026-06-10', { currency: 'EUR' });
  await w.invoice(500, '2026-06-10', { currency: 'JPY' });
  const plain = await ask<{ base_total?: Total; totals: { total: number } }>(w, getAging, { today: TODAY });
  expect(plain.base_total).toBeUndefined();
  const asked = await ask<{ base_total: Total; totals: { total: number } }>(w, getAging, {
    today: TODAY,
    query: { in_base: 'true', currency: 'EUR' },
  });
  expect(asked.totals.total).toBe(80);
  expect(asked.base_total).toMatchObject({
    currency: 'USD',
    as_of: '2026-06-30',
    total: 200,
    without_rate: [{ currency: 'JPY', amount: 500 }],
  });
  const customer = await ask<{ balance_base: Total }>(w, getCustomer, {
    today: TODAY,
    params: { id: w.customerId },
  });
  expect(customer.balance_base).toEqual(asked.base_total && expect.objectContaining({ total: 200 }));
});

test.each([
  [{ currency: 'EUR', date: '2026-06-01' }, 'rate'],
  [{ currency: 'EUR', date: '2026-06-01', rate: '0' }, 'rate'],
  [{ currency: 'EUR', date: '2026-06-01', rate: '-1' }, 'rate'],
  [{ currency: 'EUR', date: '2026-06-01', rate: '1.1', quote: '1.1' }, 'quote'],
  [{ currency: 'EUR', date: '2026-06-01', quote: '1 USD = 1.1 GBP' }, 'quote'],
  [{ currency: 'EUR', date: '2026-06-01', quote: 'about one' }, 'quote'],
])('a rate that cannot be read is refused by name: %j', async (body, field) => {
  const w = await createWorld();
  const attempt = ask(w, createExchangeRates, { today: TODAY, body });
  await expect(attempt).rejects.toBeInstanceOf(ApiError);
  await expect(attempt).rejects.toMatchObject({ status: 400, more: { field } });
});

test('a credit memo at its own rate settles an invoice, with the difference as realised', async () => {
  const w = await createWorld({ currency: 'INR' });
  const invoice = await ask<{ invoice_id: string }>(w, createInvoice, {
    today: TODAY,
    body: {
      customer_id: w.customerId,
      invoice_date: '2026-06-15',
      amount: 100,
      currency: 'EUR',
      rate_to_base: 85,
    },
  });
  await ask(w, createCreditMemo, {
    today: TODAY,
    body: {
      customer_id: w.customerId,
      date: '2026-06-15',
      amount: 100,
      currency: 'EUR',
      rate_to_base: 80,
      apply_to: invoice.invoice_id,
    },
  });
  expect(await ask(w, getExchangeDifferences, { today: TODAY })).toMatchObject({
    realised: { total: -500, count: 1 },
  });
});
