import { numberIn, rowsIn, textIn } from '../api';
import type { Books } from '../books';
import { isWords, type Value } from '../case-file';
import { Given } from '../given';
import { Unsupported } from '../outcome';
import type { Action, Actions } from './action';
import { ratesOf } from './rates';

const REASON = 'As the case says';

const issueCreditNote: Action = async (books, given) => {
  const state = given.maybeText('state');
  if (state === 'draft') {
    books.drafts.set(given.text('id'), given);
    given.ignore(...given.names());
    return;
  }
  await post(books, given);
};

const commit: Action = async (books, given) => {
  const name = given.text('id');
  const draft = books.drafts.get(name);
  if (!draft) throw new Unsupported(`commit of ${name}, which is no draft`);
  books.drafts.delete(name);
  await post(books, draft);
};

const voidCreditNote: Action = async (books, given) => {
  const name = given.text('id');
  if (books.drafts.delete(name)) return;
  const { id } = books.paper(name, 'credit');
  await books.api.post(`/credit-memos/${id}/void`, { reason: REASON });
};

const refund: Action = async (books, given) => {
  const name = given.maybeText('id');
  const amount = given.number('amount');
  const parts = given.parts('allocations');
  const [payment, doc] = [given.maybeText('payment'), given.maybeText('doc')];
  // Money that is set aside for an order is unapplied in the books.
  const order = books.orders.get(given.maybeText('order') ?? '');
  const about = payment ?? doc ?? given.text('payment');
  const credit = payment ?? (await creditAbout(books, about));
  const { id, customer, currency } = books.paper(credit ?? about, 'payment', 'credit', 'invoice');
  const invoice = payment !== undefined && doc !== undefined ? books.paper(doc, 'invoice') : null;
  const { refunds } = await books.api.post('/refunds', {
    // Where nothing came in, there is only the account to give it back from.
    ...(credit === null ? { customer_id: await books.customer(customer) } : { credit_id: id }),
    amount,
    date: books.day(given.maybeText('date')),
    ...(invoice ? { invoice_id: invoice.id } : {}),
    ...(parts ? { allocations: parts.map((part) => shareOf(books, part)) } : {}),
  });
  if (order && credit) order.reserved.set(credit, (order.reserved.get(credit) ?? 0) - amount);
  for (const made of rowsIn(refunds))
    books.keep(name, {
      kind: 'refund',
      id: textIn(made.refund_id),
      customer,
      currency,
      about,
    });
};

const refundCredit: Action = async (books, given) => {
  const credit = given.maybeText('credit') ?? given.text('payment');
  given.ignore('payment');
  const { id, customer, currency } = books.paper(credit, 'credit', 'payment');
  const date = books.day(given.maybeText('date'));
  const { refunds } = await books.api.post('/refunds', {
    credit_id: id,
    amount: given.number('amount'),
    date,
  });
  for (const made of rowsIn(refunds))
    books.keep(undefined, { kind: 'refund', id: textIn(made.refund_id), customer, currency, about: credit });
};

const cancelRefund: Action = async (books, given) => {
  const { id } = books.paper(given.text('id'), 'refund');
  await books.api.post(`/refunds/${id}/void`, { reason: REASON });
};

const discountInvoice: Action = async (books, given) => {
  const { id, customer, currency } = books.paper(given.text('doc'), 'invoice');
  const body = { invoice_id: id, amount: given.number('amount'), date: books.day(given.maybeText('date')) };
  const { document_id } = await books.api.post('/discounts', body);
  books.keep(undefined, { kind: 'discount', id: textIn(document_id), customer, currency });
};

const addLateFee: Action = async (books, given) => {
  const { id, customer, currency } = books.paper(given.text('doc'), 'invoice');
  const body = { invoice_id: id, amount: given.number('amount'), date: books.day(given.maybeText('date')) };
  const { late_fee_id } = await books.api.post('/late-fees', body);
  books.keep(undefined, { kind: 'late_fee', id: textIn(late_fee_id), customer, currency });
};

const runLateFees: Action = async (books, given) => {
  await books.api.post('/late-fee-runs', { date: books.day(given.text('date')) });
};

const writeOff: Action = async (books, given) => {
  const { id, kind } = books.paper(given.text('doc'), 'invoice', 'late_fee', 'payment', 'credit');
  const isCredit = kind === 'payment' || kind === 'credit';
  await books.api.post('/write-offs', {
    [isCredit ? 'credit_id' : 'invoice_id']: id,
    amount: given.number('amount'),
    date: books.day(given.maybeText('date')),
    reason: REASON,
  });
};

/** What lowers what is owed, or gives it back. */
export const CREDIT_ACTIONS: Actions = {
  issue_credit_note: issueCreditNote,
  commit,
  void_credit_note: voidCreditNote,
  cancel_credit_note: voidCreditNote,
  refund,
  refund_credit: refundCredit,
  cancel_refund: cancelRefund,
  discount_invoice: discountInvoice,
  add_late_fee: addLateFee,
  run_late_fees: runLateFees,
  write_off: writeOff,
};

async function post(books: Books, given: Given): Promise<void> {
  const name = given.text('id');
  const customer = given.text('customer');
  const date = books.day(given.text('date'));
  const rates = ratesOf(books, given);
  const [applyTo, ref] = [given.maybeText('apply_to'), given.maybeText('ref')];
  // A credit memo is due when it is issued; one that stands alone is one that says about what it is in no other way.
  given.ignore('due', 'standalone', 'request', 'state');
  const asRefund = given.maybeNumber('as_refund');
  const { credit_memo_id } = await books.api.post('/credit-memos', {
    customer_id: await books.customer(customer),
    date,
    ...rates,
    ...amountOf(given),
    ...(applyTo === undefined ? {} : { apply_to: books.paper(applyTo, 'invoice').id }),
    ...(ref === undefined ? {} : { invoice_id: books.paper(ref, 'invoice').id }),
  });
  const about = applyTo ?? ref;
  const id = textIn(credit_memo_id);
  books.keep(name, { kind: 'credit', id, customer, currency: rates.currency, about });
  if (asRefund !== undefined && asRefund > 0)
    await books.api.post('/refunds', { credit_id: id, amount: asRefund, date });
}

function amountOf(given: Given) {
  const lines = given.maybeList('lines');
  const amount = given.maybeNumber('amount');
  if (!lines) return { amount };
  const written = lines.map((line, at) => lineOf(line, `${given.where}.lines.${at}`));
  return { lines: written, ...(amount === undefined ? {} : { amount }) };
}

/** A line by its fields, or by its amount alone. */
function lineOf(written: Value, where: string) {
  if (typeof written === 'number') return { description: 'Line', unit_price: written };
  if (!isWords(written)) throw new Unsupported(where);
  const line = new Given(where, written);
  const names = ['description', 'item', 'name', 'fee', 'line', 'id', 'doc'];
  const description = names.map((name) => line.maybeText(name)).find((text) => text !== undefined) ?? 'Line';
  const quantity = line.maybeNumber('quantity') ?? line.maybeNumber('qty');
  const tax_percent = line.maybeNumber('tax_percent') ?? line.maybeNumber('tax_rate');
  const unit_price = line.maybeNumber('unit_price') ?? line.maybeNumber('unit') ?? line.maybeNumber('price');
  const price = unit_price ?? line.number('amount');
  // Beside a price, the amount is what the line comes to.
  line.ignore('amount');
  line.done();
  return {
    description,
    unit_price: price,
    ...(quantity === undefined ? {} : { quantity }),
    ...(tax_percent === undefined ? {} : { tax_percent }),
  };
}

function shareOf(books: Books, part: Given) {
  const share = { invoice_id: books.paper(part.text('doc'), 'invoice').id, amount: part.number('amount') };
  part.done();
  return share;
}

/** What money for an invoice is given back from: a memo about it with something left, else a payment of it; null for neither. */
async function creditAbout(books: Books, doc: string): Promise<string | null> {
  const memos = books.all('credit').filter(([, paper]) => paper.about === doc);
  for (const [name, { id }] of memos)
    if (numberIn((await books.api.get(`/credit-memos/${id}`)).remaining) > 0) return name;
  const { allocations } = await books.api.get(`/invoices/${books.paper(doc, 'invoice').id}`);
  const paid = rowsIn(allocations).find(
    (each) => each.kind === 'payment' && (each.undone_on ?? null) === null,
  );
  return paid ? books.nameOf(paid.document_id) : null;
}
