import { expect, test } from 'vitest';
import { moveAllocation } from '@/app/api/v1/_resources/allocations';
import { getInvoice } from '@/app/api/v1/_resources/invoices';
import { listPayments } from '@/app/api/v1/_resources/payments';
import { createTransfer, getTransfer, reverseTransfer } from '@/app/api/v1/_resources/transfers';
import { createCustomer } from '@/db/commands/create-customer';
import { createWorld, day, refusalOf } from '../../world';
import { ask } from './asking';

const today = day('2026-06-01');

test('a parent pays for a child over HTTP: the invoice is paid, and the list of payments names it', async () => {
  const w = await createWorld();
  const child = await w.write((tx) =>
    createCustomer(tx, w.admin, { name: 'Child', code: null, parentId: w.customerId }),
  );
  const invoice = await w.invoice(8_000, '2026-01-10', { number: 'C', ...child });
  const paid = await w.pay(10_000, '2026-01-05', { apply: 'none' });
  const body = {
    from_credit_id: paid.documentId,
    to_invoice_id: invoice.documentId,
    amount: '80.00',
    date: '2026-01-20',
  };
  const transfer = await ask(w, createTransfer, { body, today });
  expect(transfer).toMatchObject({
    amount: 80,
    currency: 'USD',
    payer: { customer_id: w.customerId, credit_id: paid.documentId },
    paid_for: { customer_id: child.customerId, invoice_id: invoice.documentId },
    reversed: false,
  });
  const params = { id: String(transfer.transfer_id) };
  expect(await ask(w, getTransfer, { params })).toEqual(transfer);
  const invoiceAsked = { params: { id: invoice.documentId }, today };
  expect(await ask(w, getInvoice, invoiceAsked)).toMatchObject({
    status: 'paid',
    total_paid: 80,
    total_credited: 0,
  });
  expect(await ask(w, listPayments, { today })).toEqual([
    expect.objectContaining({ invoice_id: invoice.documentId, amount: 80 }),
    expect.objectContaining({ invoice_id: null, amount: 20 }),
  ]);
  expect(await ask(w, reverseTransfer, { params, body: { reason: 'Wrong child' } })).toMatchObject({
    reversed: true,
  });
  expect(await ask(w, getInvoice, invoiceAsked)).toMatchObject({ status: 'open', outstanding: 80 });
  const onDay = (as_of: string) => ask(w, getTransfer, { params, query: { as_of } });
  expect(await onDay('2026-01-19')).toMatchObject({ reversed: false });
  expect(await onDay('2026-01-20')).toMatchObject({ reversed: true });
  const stranger = await createWorld();
  expect(await refusalOf(ask(stranger, getTransfer, { params }))).toBe('not_found');
});

test('an application moves to another invoice over HTTP', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(10_000, '2026-01-11', { number: 'B' });
  const id = (await w.pay(10_000, '2026-01-12')).allocationIds[0] ?? '';
  const body = { to: [{ debit_id: b.documentId, amount: 60 }] };
  const { allocation_ids } = await ask(w, moveAllocation, { params: { id }, body });
  expect(allocation_ids).toHaveLength(1);
  expect(await w.openAt('2026-01-12')).toEqual({ A: 6_000, B: 4_000 });
});
