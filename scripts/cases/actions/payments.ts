import { Refused, rowsIn, textIn } from '../api';
import type { Books } from '../books';
import type { Given } from '../given';
import { Unsupported } from '../outcome';
import type { Action, Actions } from './action';
import { ratesOf } from './rates';

interface Share {
  readonly doc: string;
  readonly amount: number;
}

const receivePayment: Action = async (books, given) => {
  const name = given.maybeText('id');
  const customer = given.maybeText('customer');
  const date = books.day(given.maybeText('date'));
  const shares = (given.parts('allocate') ?? []).map(shareOf);
  const credits = (given.parts('use_credit') ?? []).map(creditOf);
  const writeOffs = (given.parts('write_off') ?? []).map(shareOf);
  const reminder = given.maybeText('pays_dunning');
  const batch = given.maybeText('batch');
  const rates = ratesOf(books, given);
  const amount = given.maybeNumber('amount');
  const key = given.maybeText('idempotency_key');
  const received = given.maybeNumber('received_base');
  const charged = reminder === undefined ? [] : await chargesOf(books, reminder, shares, amount);
  const invoiceShares = [...shares.filter((share) => !books.orders.has(share.doc)), ...charged];
  // A payment without an amount is one by credits alone: no money came in.
  if (amount !== undefined || credits.length === 0) {
    const { payment_id } = await books.api.post(
      '/payments',
      {
        ...(customer === undefined ? {} : { customer_id: await books.customer(customer) }),
        received_on: date,
        amount: amount ?? 0,
        ...rates,
        ...(received === undefined ? {} : { received_base: received }),
        method: given.maybeText('kind') ?? 'Other',
        ...(batch === undefined ? {} : { reference: batch }),
        allocate: invoiceShares.length === 0 ? 'none' : invoiceShares.map((share) => sent(books, share)),
        ...(given.flag('take_discount') ? { take_discount: true } : {}),
        ...shortPay(books, writeOffs),
      },
      key,
    );
    if (books.api.wasReplayed && given.has('expect_error'))
      throw new Refused(200, 'duplicate', null, 'known');
    const id = textIn(payment_id);
    books.keep(name, { kind: 'payment', id, customer: customer ?? '', currency: rates.currency });
  }
  for (const share of shares) reserve(books, name ?? '', share);
  for (const { credit, doc, amount: used } of credits) await apply(books, { credit, doc, amount: used });
  for (const { doc, amount: over } of writeOffs)
    if (over < 0) await writeOffCredit(books, { doc, amount: -over, date });
};

const applyPayment: Action = async (books, given) => {
  // How it came to be applied is of no consequence.
  given.ignore('mode');
  const [payment, doc] = [given.text('payment'), given.text('doc')];
  const amount = given.number('amount');
  const date = given.maybeText('date');
  if (date !== undefined) books.day(date);
  if (books.orders.has(doc)) return reserve(books, payment, { doc, amount });
  await apply(books, { credit: payment, doc, amount, ...(date === undefined ? {} : { date }) });
};

const applyCredit: Action = async (books, given) => {
  const [credit, doc, amount] = [given.text('credit'), given.text('doc'), given.number('amount')];
  await apply(books, { credit, doc, amount });
};

const autoApplyCredit: Action = async (books, given) => {
  const id = await books.customer(given.text('customer'));
  await books.api.post(`/customers/${id}/apply-credit`, {});
};

const unapply: Action = async (books, given) => {
  const name = given.maybeText('payment') ?? given.text('credit');
  const credit = books.paper(name, 'payment', 'credit');
  const invoice = books.paper(given.text('doc'));
  const live = await applied(books, credit.id, invoice.id);
  if (live.length === 0) throw new Refused(409, 'invoice_not_on_payment', null, 'nothing of it is applied');
  for (const id of live) await books.api.post(`/allocations/${id}/undo`, {});
};

const moveAllocation: Action = async (books, given) => {
  const [payment, from] = [given.text('payment'), given.text('from_doc')];
  const to = (given.parts('to') ?? []).map(shareOf);
  const order = books.orders.get(from);
  if (order) {
    for (const share of to) {
      await apply(books, { credit: payment, ...share });
      order.reserved.set(payment, (order.reserved.get(payment) ?? 0) - share.amount);
    }
    return;
  }
  const [allocation] = await applied(books, books.paper(payment).id, books.paper(from).id);
  if (!allocation) throw new Refused(409, 'invoice_not_on_payment', null, 'nothing of it is applied');
  await books.api.post(`/allocations/${allocation}/move`, {
    to: to.map((share) => ({ debit_id: books.paper(share.doc).id, amount: share.amount })),
  });
};

const cancelPayment: Action = async (books, given) => {
  const { id } = books.paper(given.text('id'), 'payment');
  await books.api.post(`/payments/${id}/reverse`, { reason: 'As the case says', with_refunds: true });
};

/** What comes in, and what it pays. */
export const PAYMENT_ACTIONS: Actions = {
  receive_payment: receivePayment,
  apply_payment: applyPayment,
  apply_credit: applyCredit,
  auto_apply_credit: autoApplyCredit,
  unapply,
  move_allocation: moveAllocation,
  cancel_payment: cancelPayment,
};

/** The live applications of a credit to a document, by their ids. */
async function applied(books: Books, creditId: string, documentId: string): Promise<string[]> {
  const { allocations } = await books.api.get(`/invoices/${documentId}`);
  return rowsIn(allocations)
    .filter((each) => each.document_id === creditId && (each.undone_on ?? null) === null)
    .map((each) => textIn(each.allocation_id));
}

interface Application extends Share {
  readonly credit: string;
  readonly date?: string;
}

async function apply(books: Books, { credit, doc, amount, date }: Application): Promise<void> {
  await books.api.post('/allocations', {
    debit_id: books.paper(doc).id,
    credit_id: books.paper(credit, 'payment', 'credit').id,
    amount,
    ...(date === undefined ? {} : { effective_on: date }),
  });
}

/** Money of a payment that is set aside for an order: unapplied in the books. */
function reserve(books: Books, payment: string, { doc, amount }: Share): void {
  const order = books.orders.get(doc);
  if (order) order.reserved.set(payment, (order.reserved.get(payment) ?? 0) + amount);
}

function sent(books: Books, { doc, amount }: Share) {
  return { invoice_id: books.paper(doc, 'invoice', 'late_fee').id, amount };
}

/** What is written off of the invoices that a payment pays short. */
function shortPay(books: Books, writeOffs: readonly Share[]) {
  const short = writeOffs.filter((share) => share.amount > 0);
  if (short.length === 0) return {};
  return {
    short_pay: short.map(({ doc }) => ({ invoice_id: books.paper(doc, 'invoice').id, as: 'write_off' })),
  };
}

/** Keeps what is left of a credit for good: the opposite of writing an invoice off. */
async function writeOffCredit(books: Books, { doc, amount, date }: Share & { date: string }): Promise<void> {
  const { id } = books.paper(doc, 'payment', 'credit');
  await books.api.post('/write-offs', { credit_id: id, amount, date, reason: 'As the case says' });
}

/** Bills what a reminder demanded beyond its invoices, and gives the payment's share for it. */
async function chargesOf(
  books: Books,
  reminder: string,
  shares: readonly Share[],
  amount: number | undefined,
): Promise<Share[]> {
  const { id, customer, currency } = books.paper(reminder, 'reminder');
  const { charge_document_id, charges } = await books.api.post(`/reminders/${id}/charge`, {});
  if (typeof charges !== 'number' || amount === undefined)
    throw new Unsupported('pays_dunning without an amount');
  const name = books.keep(undefined, {
    kind: 'late_fee',
    id: textIn(charge_document_id),
    customer,
    currency,
  });
  return shares.length === 0 ? [] : [{ doc: name, amount: charges }];
}

function shareOf(part: Given): Share {
  const share = { doc: part.text('doc'), amount: part.number('amount') };
  part.done();
  return share;
}

function creditOf(part: Given) {
  const credit = { credit: part.text('credit'), doc: part.text('doc'), amount: part.number('amount') };
  part.done();
  return credit;
}
