import { expect, test } from 'vitest';
import { createDiscount } from '@/app/api/v1/_resources/discounts';
import { createInvoice, getInvoice } from '@/app/api/v1/_resources/invoices';
import { createPayment } from '@/app/api/v1/_resources/payments';
import { createWorld } from '../../world';
import { ask } from './asking';

const INVOICE = { invoice_date: '2017-01-01', due_date: '2017-01-31', amount: '100.00' };

test('an invoice says what is to be paid on a day, by the day of the payment and not of its entry', async () => {
  const w = await createWorld();
  const discount = { percent: 10, days: 15 };
  const body = { ...INVOICE, customer_id: w.customerId, discount };
  const { invoice_id: id } = await ask(w, createInvoice, { body });
  const on = (day: string, name = 'on') =>
    ask(w, getInvoice, { params: { id: String(id) }, query: { [name]: day } });
  expect(await on('2017-01-11')).toMatchObject({
    amount_to_pay: 90,
    discount_available: 10,
    discount: { percent: '10', amount: null, until: '2017-01-16' },
  });
  expect(await on('2017-01-16', 'as_of')).toMatchObject({ amount_to_pay: 90 });
  expect(await on('2017-01-17')).toMatchObject({ amount_to_pay: 100, discount_available: 0 });
  const payment = {
    customer_id: w.customerId,
    received_on: '2017-01-11',
    amount: 90,
    take_discount: true,
    allocate: [{ invoice_id: id, amount: 90 }],
  };
  expect(await ask(w, createPayment, { body: payment })).toMatchObject({
    unallocated_amount: 0,
    settled: [{ kind: 'discount', invoice_id: id, amount: 10, currency: 'USD' }],
  });
  expect(await on('2017-01-11')).toMatchObject({ status: 'paid', amount_to_pay: 0, total_credited: 10 });
});

test('a flat discount is offered until a day, and another can be given by hand', async () => {
  const w = await createWorld();
  const discount = { amount: '50', until: '2017-01-02' };
  const body = { ...INVOICE, customer_id: w.customerId, amount: 236, tax: 36, discount };
  const { invoice_id: id, ...made } = await ask(w, createInvoice, { body });
  expect(made.discount).toEqual({ percent: null, amount: 50, until: '2017-01-02' });
  const given = { invoice_id: id, amount: '36.00', date: '2017-02-01', reason: 'Agreed on the phone' };
  expect(await ask(w, createDiscount, { body: given })).toMatchObject({ kind: 'discount', amount: 36 });
  expect(await ask(w, getInvoice, { params: { id: String(id) } })).toMatchObject({ outstanding: 200 });
});

test.each([
  ['no end', { percent: 2 }],
  ['two ends', { percent: 2, days: 10, until: '2017-01-11' }],
  ['two forms', { percent: 2, amount: 5, days: 10 }],
])('a discount with %s is malformed', async (_what, discount) => {
  const w = await createWorld();
  const body = { ...INVOICE, customer_id: w.customerId, discount };
  await expect(ask(w, createInvoice, { body })).rejects.toMatchObject({ status: 400 });
});
