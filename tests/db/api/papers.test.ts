import { expect, test } from 'vitest';
import type { Operation } from '@/app/api/v1/_api/operation';
import { undoAllocation } from '@/app/api/v1/_resources/allocations';
import { createCreditMemo, getCreditMemo, voidCreditMemo } from '@/app/api/v1/_resources/credit-memos';
import { getInvoice } from '@/app/api/v1/_resources/invoices';
import { createPayment, getPayment, listPayments } from '@/app/api/v1/_resources/payments';
import { createRefund, getRefund, voidRefund } from '@/app/api/v1/_resources/refunds';
import { createWorld, day, refusalOf } from '../../world';
import { ask as askIn } from './asking';

interface Paper {
  readonly credit_memo_id: string;
  readonly refund_id: string;
  readonly payment_id: string;
  readonly refunds: readonly Paper[];
  readonly allocations: readonly { readonly allocation_id: string }[];
}

function asking(w: Awaited<ReturnType<typeof createWorld>>) {
  return (operation: Operation, { id, body }: { id?: string; body?: object }) =>
    askIn(w, operation, {
      today: day('2026-06-01'),
      ...(id ? { params: { id } } : {}),
      ...(body ? { body } : {}),
    }) as Promise<unknown> as Promise<never>;
}

test('a credit memo is posted, read and voided over HTTP', async () => {
  const w = await createWorld();
  const ask = asking(w);
  const a = await w.invoice(50_000, '2026-01-10', { number: 'A' });
  const body = { customer_id: w.customerId, date: '2026-01-12', reason: 'Damaged', apply_to: a.documentId };
  const memo: Paper = await ask(createCreditMemo, { body: { ...body, amount: '700.00', tax: 50 } });
  expect(memo).toMatchObject({
    number: 'CM-00001',
    amount: 700,
    remaining: 200,
    status: 'part_paid',
    tax: 50,
  });
  const id = memo.credit_memo_id;
  expect(await ask(getCreditMemo, { id })).toEqual(memo);
  expect(await ask(getInvoice, { id: a.documentId })).toMatchObject({
    status: 'paid',
    total_paid: 0,
    total_credited: 500,
  });
  expect(await ask(voidCreditMemo, { id, body: { reason: 'Wrong' } })).toMatchObject({ status: 'void' });
  expect(await refusalOf(ask(getCreditMemo, { id: a.documentId }))).toBe('not_found');
  const lines = [{ description: 'Returned', quantity: 2, unit_price: 10, tax_percent: 10 }];
  expect(await ask(createCreditMemo, { body: { ...body, lines } })).toMatchObject({
    amount: 22,
    tax: 2,
    relates_to: { number: 'A' },
  });
  await expect(ask(createCreditMemo, { body })).rejects.toMatchObject({ status: 400, code: 'malformed' });
});

test('a payment is refunded in part over HTTP, and its figures say so', async () => {
  const w = await createWorld();
  const ask = asking(w);
  const a = await w.invoice(30_000, '2026-01-10', { number: 'A' });
  const paid: Paper = await ask(createPayment, {
    body: { customer_id: w.customerId, received_on: '2026-01-12', amount: 500 },
  });
  const credit_id = paid.payment_id;
  const body = { credit_id, amount: 300, date: '2026-01-20', invoice_id: a.documentId, reason: 'Cancelled' };
  const { refunds } = await ask(createRefund, { body }).then((answer: Paper) => answer);
  const id = refunds[0]?.refund_id ?? '';
  expect(await ask(getRefund, { id })).toMatchObject({ amount: 300, remaining: 0, status: 'paid' });
  expect(await ask(getInvoice, { id: a.documentId })).toMatchObject({ outstanding: 300, status: 'open' });
  expect(await ask(getPayment, { id: credit_id })).toMatchObject({
    amount: 500,
    unallocated_amount: 200,
    refunded_amount: 300,
  });
  expect(await ask(listPayments, {})).toEqual([
    expect.objectContaining({ payment_id: credit_id, invoice_id: null, amount: 200 }),
  ]);
  expect(await ask(voidRefund, { id, body: { reason: 'Not sent' } })).toMatchObject({ status: 'void' });
  expect(await ask(getPayment, { id: credit_id })).toMatchObject({ refunded_amount: 0 });
  for (const wrong of [
    { customer_id: w.customerId },
    { allocations: [{ invoice_id: a.documentId, amount: 1 }] },
    { currency: 'USD' },
    { amount: '1.234' },
  ])
    await expect(ask(createRefund, { body: { ...body, ...wrong } })).rejects.toMatchObject({ status: 400 });
});

test('a part of an application is taken back, and the rest stays applied', async () => {
  const w = await createWorld();
  const ask = asking(w);
  await w.invoice(30_000, '2026-01-10', { number: 'A' });
  const [id = ''] = (await w.pay(30_000, '2026-01-12')).allocationIds;
  await ask(undoAllocation, { id, body: { amount: 100, on: '2026-02-01' } });
  expect(await w.openAt('2026-01-31')).toEqual({});
  expect(await w.openAt('2026-02-01')).toEqual({ A: 10_000, 'PMT-00001': -10_000 });
  expect(await refusalOf(ask(undoAllocation, { id, body: { amount: 1 } }))).toBe('already_undone');
  const stranger = await createWorld();
  expect(await refusalOf(asking(stranger)(undoAllocation, { id, body: {} }))).toBe('not_found');
});
