import { textIn } from '../api';
import type { Given } from '../given';
import type { Action, Actions } from './action';
import { ratesOf } from './rates';

/** Kinds of an invoice that only say how it came about. */
const PLAIN_KINDS = new Set(
  `invoice sales_invoice sales standard regular manual tax_invoice service final recurring subscription usage
  progressive_billing advance_charges add_on one_off one_time external imported migrated pos deposit advance prepayment
  charge debit_note debit_memo debit journal journal_entry journal_debit adjustment rebill late_fee finance_charge
  interest fee`.split(/\s+/),
);

const issueInvoice: Action = async (books, given) => {
  const name = given.text('id');
  const customer = given.text('customer');
  const date = books.day(given.text('date'));
  const rates = ratesOf(books, given);
  const kind = given.maybeText('kind') ?? 'invoice';
  const isOpening = kind.startsWith('opening');
  if (!isOpening && !PLAIN_KINDS.has(kind)) throw given.unsupported(`kind ${kind}`);
  // Nothing is applied to an invoice unless somebody says so: it is kept open anyway.
  given.ignore('keep_open');
  const schedule = scheduleOf(given);
  const customer_id = await books.customer(customer);
  const due_date = given.maybeText('due') ?? date;
  const common = { customer_id, ...rates, amount: given.number('amount') };
  // What it was priced in is of no consequence once it has an amount and a currency of its own.
  given.part('priced_in');
  if (isOpening) {
    const { opening_balance_id } = await books.api.post('/opening-balances', { ...common, date, due_date });
    books.keep(name, { kind: 'invoice', id: textIn(opening_balance_id), customer, currency: rates.currency });
    return;
  }
  const { invoice_id } = await books.api.post('/invoices', {
    ...common,
    ...totalsOf(given),
    ...(schedule ? { instalments: schedule.parts } : { due_date }),
    ...discountOf(given),
    invoice_date: date,
  });
  const labels = schedule ? { labels: schedule.labels } : {};
  books.keep(name, {
    kind: 'invoice',
    id: textIn(invoice_id),
    customer,
    currency: rates.currency,
    ...labels,
  });
};

const voidInvoice: Action = async (books, given) => {
  const paper = books.paper(given.text('id'), 'invoice');
  await books.api.post(`/invoices/${paper.id}/void`, { reason: 'As the case says' });
};

const restoreInvoice: Action = async (books, given) => {
  const paper = books.paper(given.text('id'), 'invoice');
  const { invoice_id } = await books.api.post(`/invoices/${paper.id}/restore`, {});
  paper.id = textIn(invoice_id);
};

const order: Action = async (books, given) => {
  books.orders.set(given.text('id'), { amount: given.number('amount'), reserved: new Map() });
  given.ignore('customer', 'date');
};

/** What is billed, and taken back. */
export const INVOICE_ACTIONS: Actions = {
  issue_invoice: issueInvoice,
  void_invoice: voidInvoice,
  delete_invoice: voidInvoice,
  restore_invoice: restoreInvoice,
  order,
};

/** Instalments; a deposit that is asked for is one that is due with the invoice. */
function scheduleOf(given: Given) {
  const parts = given.parts('schedule');
  const deposit = given.maybeNumber('deposit_requested');
  if (parts) {
    const labels = parts.map((part) => part.maybeText('label') ?? '');
    const written = parts.map((part) => ({ due_date: part.text('due'), amount: part.number('amount') }));
    for (const part of parts) part.done();
    return { labels, parts: written };
  }
  if (deposit === undefined) return null;
  const date = given.text('date');
  const [whole, due] = [given.number('amount'), given.maybeText('due') ?? date];
  const rest = { due_date: due, amount: (whole * 100 - deposit * 100) / 100 };
  return { labels: ['deposit', 'rest'], parts: [{ due_date: date, amount: deposit }, rest] };
}

function totalsOf(given: Given) {
  const tax = given.maybeNumber('tax');
  // The net is what the total leaves beside the tax.
  given.ignore('net');
  return tax === undefined ? {} : { tax };
}

function discountOf(given: Given) {
  const discount = given.part('discount');
  if (!discount) return {};
  const [percent, amount] = [discount.maybeNumber('percent'), discount.maybeNumber('amount')];
  const days = discount.maybeNumber('days') ?? discount.maybeNumber('within_days');
  const until =
    discount.maybeText('until') ?? discount.maybeText('valid_until') ?? discount.maybeText('date');
  discount.done();
  return {
    discount: {
      ...(percent === undefined ? { amount } : { percent }),
      ...(days === undefined ? { until } : { days }),
    },
  };
}
