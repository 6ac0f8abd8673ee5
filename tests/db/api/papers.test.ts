import { expect, test } from 'vitest';
import type { Operation } from '@/app/api/v1/_api/operation';
import { undoAllocation } from '@/app/api/v1/_resources/allocations';
import { createCreditMemo, getCreditMemo, voidCreditMemo } from '@/app/api/v1/_resources/credit-memos';
import { createInvoice, getInvoice, voidInvoice } from '@/app/api/v1/_resources/invoices';
import {
  createOpeningBalance,
  getOpeningBalance,
  voidOpeningBalance,
} from '@/app/api/v1/_resources/opening-balances';
import { createPayment, getPayment, listPayments, reversePayment } from '@/app/api/v1/_resources/payments';
import { createRefund, getRefund, voidRefund } from '@/app/api/v1/_resources/refunds';
import {
  createWriteOff,
  getWriteOff,
  recoverWriteOff,
  voidWriteOff,
} from '@/app/api/v1/_resources/write-offs';
import { createWorld, day, refusalOf } from '../../world';
import { ask } from './asking';

function asking(w: Awaited<ReturnType<typeof createWorld>>) {
  return (operation: Operation, { id, body }: { id?: string; body?: object }) =>
    ask(w, operation, {
      today: day('2026-06-01'),
      ...(id ? { params: { id } } : {}),
      ...(body ? { body } : {}),
    });
}

test('a credit memo is posted, read and voided over HTTP', async () => {
  const w = await createWorld();
  const books = asking(w);
  const a = await w.invoice(50_000, '2026-01-10', { number: 'A' });
  const body = { customer_id: w.customerId, date: '2026-01-12', reason: 'Damaged', apply_to: a.documentId };
  const memo = await books(createCreditMemo, { body: { ...body, amount: '700.00', tax: 50 } });
  expect(memo).toMatchObject({
    number: 'CM-00001',
    amount: 700,
    remaining: 200,
    status: 'part_paid',
    tax: 50,
  });
  const id = String(memo.credit_memo_id);
  expect(await books(getCreditMemo, { id })).toEqual(memo);
  expect(await books(getInvoice, { id: a.documentId })).toMatchObject({
    status: 'paid',
    total_paid: 0,
    total_credited: 500,
  });
  expect(await books(voidCreditMemo, { id, body: { reason: 'Wrong' } })).toMatchObject({ status: 'void' });
  expect(await refusalOf(books(getCreditMemo, { id: a.documentId }))).toBe('not_found');
  const lines = [{ description: 'Returned', quantity: 2, unit_price: 10, tax_percent: 10 }];
  expect(await books(createCreditMemo, { body: { ...body, lines } })).toMatchObject({
    amount: 22,
    tax: 2,
    relates_to: { number: 'A' },
  });
  await expect(books(createCreditMemo, { body })).rejects.toMatchObject({ status: 400, code: 'malformed' });
});

test('a payment is refunded in part over HTTP, and its figures say so', async () => {
  const w = await createWorld();
  const books = asking(w);
  const a = await w.invoice(30_000, '2026-01-10', { number: 'A' });
  const paid = await books(createPayment, {
    body: { customer_id: w.customerId, received_on: '2026-01-12', amount: 500 },
  });
  const credit_id = String(paid.payment_id);
  const body = { credit_id, amount: 300, date: '2026-01-20', invoice_id: a.documentId, reason: 'Cancelled' };
  const { refunds } = await books(createRefund, { body });
  const [{ refund_id }] = refunds as [{ refund_id: string }];
  const id = refund_id;
  expect(await books(getRefund, { id })).toMatchObject({ amount: 300, remaining: 0, status: 'paid' });
  expect(await books(getInvoice, { id: a.documentId })).toMatchObject({ outstanding: 300, status: 'open' });
  expect(await books(getPayment, { id: credit_id })).toMatchObject({
    amount: 500,
    unallocated_amount: 200,
    refunded_amount: 300,
    related: [{ kind: 'refund', amount: 300, voided: false }],
  });
  expect(await books(listPayments, {})).toEqual([
    expect.objectContaining({ payment_id: credit_id, invoice_id: null, amount: 200 }),
  ]);
  expect(await books(voidRefund, { id, body: { reason: 'Not sent' } })).toMatchObject({ status: 'void' });
  expect(await books(getPayment, { id: credit_id })).toMatchObject({ refunded_amount: 0 });
  const alone = { invoice_id: a.documentId, amount: 1, date: '2026-01-20' };
  expect(await refusalOf(books(createRefund, { body: alone }))).toBe('nothing_to_refund');
  for (const wrong of [
    { customer_id: w.customerId },
    { allocations: [{ invoice_id: a.documentId, amount: 1 }] },
    { currency: 'USD' },
    { amount: '1.234' },
  ])
    await expect(books(createRefund, { body: { ...body, ...wrong } })).rejects.toMatchObject({ status: 400 });
});

test('a part of an application is taken back, and the rest stays applied', async () => {
  const w = await createWorld();
  const books = asking(w);
  await w.invoice(30_000, '2026-01-10', { number: 'A' });
  const [id = ''] = (await w.pay(30_000, '2026-01-12')).allocationIds;
  await books(undoAllocation, { id, body: { amount: 100, on: '2026-02-01' } });
  expect(await w.openAt('2026-01-31')).toEqual({});
  expect(await w.openAt('2026-02-01')).toEqual({ A: 10_000, 'PMT-00001': -10_000 });
  expect(await refusalOf(books(undoAllocation, { id, body: { amount: 1 } }))).toBe('already_undone');
  const stranger = await createWorld();
  expect(await refusalOf(asking(stranger)(undoAllocation, { id, body: {} }))).toBe('not_found');
});

test('an invoice is written off, recovered in part, and voided with what is about it', async () => {
  const w = await createWorld();
  const books = asking(w);
  const a = await w.invoice(30_000, '2026-01-10', { number: 'A' });
  const body = { invoice_id: a.documentId, date: '2026-03-01', reason: 'Insolvent' };
  const id = String((await books(createWriteOff, { body })).write_off_id);
  expect(await books(getInvoice, { id: a.documentId })).toMatchObject({
    status: 'written_off',
    outstanding: 0,
  });
  const recovered = await books(recoverWriteOff, { id, body: { amount: 100, date: '2026-04-01' } });
  expect(recovered).toMatchObject({ status: 'void', amount: 300 });
  expect(await books(getWriteOff, { id: String(recovered.rest_id) })).toMatchObject({
    amount: 200,
    relates_to: { number: 'A' },
    reason: 'Insolvent',
  });
  expect(await books(getInvoice, { id: a.documentId })).toMatchObject({
    status: 'part_paid',
    outstanding: 100,
  });
  expect(await books(voidInvoice, { id: a.documentId, body: {} })).toMatchObject({
    status: 'void',
    outstanding: 0,
    related: [
      { kind: 'write_off', amount: 300, voided: true },
      { kind: 'write_off', amount: 200, voided: true },
    ],
  });
  expect(await books(getWriteOff, { id: String(recovered.rest_id) })).toMatchObject({ status: 'void' });
  expect(await refusalOf(books(voidWriteOff, { id, body: { reason: 'x' } }))).toBe('already_reversed');
  const paid = await w.pay(300, '2026-05-01', { apply: 'none' });
  const credit = { ...body, invoice_id: undefined, credit_id: paid.documentId, date: '2026-05-02' };
  expect(await books(createWriteOff, { body: credit })).toMatchObject({
    kind: 'credit_write_off',
    amount: 3,
  });
  await expect(
    books(createWriteOff, { body: { ...body, credit_id: paid.documentId } }),
  ).rejects.toMatchObject({ status: 400 });
});

test('a payment bounces with a fee, and an invoice of nothing is paid', async () => {
  const w = await createWorld();
  const books = asking(w);
  const paid = await w.pay(10_000, '2026-01-20', { apply: 'none' });
  const body = { on: '2026-01-25', reason: 'No funds', fee: 25, with_refunds: true };
  const bounced = await books(reversePayment, { id: paid.documentId, body });
  expect(bounced).toMatchObject({ unallocated_amount: 0, reversed_by: { date: '2026-01-25' } });
  expect(await books(getInvoice, { id: String(bounced.fee_id) })).toMatchObject({
    kind: 'late_fee',
    amount: 25,
    status: 'open',
  });
  const free = { customer_id: w.customerId, invoice_date: '2026-01-05', amount: 0 };
  expect(await books(createInvoice, { body: free })).toMatchObject({ status: 'paid', outstanding: 0 });
  expect(await refusalOf(books(createInvoice, { body: { ...free, amount: -1 } }))).toBe('negative_amount');
});

test('opening balances are posted, read and voided over HTTP', async () => {
  const w = await createWorld();
  const books = asking(w);
  const body = { customer_id: w.customerId, date: '2026-01-01', due_date: '2025-12-01', amount: '90.00' };
  const owed = await books(createOpeningBalance, { body });
  expect(owed).toMatchObject({ kind: 'opening_debit', amount: 90, remaining: 90, due_date: '2025-12-01' });
  const id = String(owed.opening_balance_id);
  expect(await books(getOpeningBalance, { id })).toEqual(owed);
  expect(await books(createOpeningBalance, { body: { ...body, amount: -5 } })).toMatchObject({
    kind: 'opening_credit',
    amount: 5,
  });
  expect(await books(voidOpeningBalance, { id, body: { reason: 'Paid' } })).toMatchObject({ status: 'void' });
});

test('a payment says over HTTP which credit it uses, and a credit in another currency states its rate', async () => {
  const w = await createWorld();
  const books = asking(w);
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const memo = await books(createCreditMemo, {
    body: { customer_id: w.customerId, date: '2026-01-12', amount: 20 },
  });
  const use_credit = [{ credit_id: memo.credit_memo_id, invoice_id: a.documentId, amount: '20.00' }];
  const allocate = [{ invoice_id: a.documentId, amount: 80 }];
  const body = { customer_id: w.customerId, received_on: '2026-01-20', amount: 80, allocate, use_credit };
  expect(await books(createPayment, { body })).toMatchObject({ amount: 80, unallocated_amount: 0 });
  expect(await books(getInvoice, { id: a.documentId })).toMatchObject({ total_paid: 80, total_credited: 20 });
  const euros = { customer_id: w.customerId, date: '2026-01-12', currency: 'EUR', rate_to_base: '1.25' };
  expect(await books(createCreditMemo, { body: { ...euros, amount: 100 } })).toMatchObject({
    amount: 100,
    rate_to_base: '1.25',
    base_amount: 125,
  });
  expect(await books(createOpeningBalance, { body: { ...euros, amount: -8 } })).toMatchObject({
    base_amount: 10,
  });
});
