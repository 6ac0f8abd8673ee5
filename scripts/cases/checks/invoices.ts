import { rowsIn, textIn } from '../api';
import type { Books } from '../books';
import type { Value, Words } from '../case-file';
import { expectMoney, expectSame, expectWord, Unsupported } from '../outcome';
import type { Check, Checks } from './check';
import { eachNamed, eachValue, withFields } from './each';

/** An invoice as it stands on the latest day of the case. */
async function invoice(books: Books, name: string): Promise<Words> {
  return books.api.get(`/invoices/${books.paper(name, 'invoice').id}`, { as_of: books.today });
}

const invoices = eachNamed(async (books, name, expected, where) => {
  const found = await invoice(books, name);
  const outstanding = expected.value('outstanding');
  if (outstanding !== undefined) expectMoney(`${where}.outstanding`, outstanding, found.balance);
  const status = expected.maybeText('status');
  if (status !== undefined) expectWord(`${where}.status`, status, statusWords(found));
  const currency = expected.maybeText('currency');
  if (currency !== undefined) expectSame(`${where}.currency`, currency, books.currencyWord(found.currency));
  const left = expected.value('deposit_left');
  if (left !== undefined) {
    const [deposit] = rowsIn(found.instalments);
    expectMoney(`${where}.deposit_left`, left, deposit?.outstanding);
  }
});

/** What the vocabulary calls the status of an invoice. An invoice that is late is overdue as well. */
function statusWords({ status, past_due, is_credited }: Words): string[] {
  const late = past_due === true ? ['overdue'] : [];
  switch (textIn(status)) {
    case 'open':
      return ['unpaid', 'open', ...late];
    case 'part_paid':
      return ['partly_paid', ...late];
    case 'paid':
      return is_credited === true ? ['credited', 'paid'] : ['paid'];
    case 'written_off':
      return ['paid', 'written_off'];
    case 'void':
      return ['void', 'cancelled'];
    default:
      return [textIn(status)];
  }
}

const instalments = eachValue(async (books, name, expected, where) => {
  const { labels } = books.paper(name, 'invoice');
  const found = rowsIn((await invoice(books, name)).instalments);
  const rows = rowsIn(expected);
  expectSame(`${where}, how many`, rows.length, found.length);
  for (const [at, row] of rows.entries()) {
    for (const [field, value] of Object.entries(row)) {
      const part = `${where}.${at}.${field}`;
      const position = typeof row.label === 'string' ? (labels?.indexOf(row.label) ?? -1) : at;
      if (field === 'label') expectSame(part, at, position);
      else if (field === 'due') expectSame(part, value, found[position]?.due_date);
      else if (field === 'paid') expectMoney(part, value, found[position]?.paid);
      else if (field === 'outstanding') expectMoney(part, value, found[position]?.outstanding);
      else if (field === 'amount') expectMoney(part, value, found[position]?.amount);
      else throw new Unsupported(part);
    }
  }
});

const amountToPay = withFields(async (books, expected) => {
  const { id } = books.paper(expected.text('doc'), 'invoice');
  const found = await books.api.get(`/invoices/${id}`, { on: expected.text('on') });
  const { where } = expected;
  expectMoney(`${where}.value`, expected.number('value'), found.amount_to_pay);
  const discount = expected.maybeNumber('discount');
  if (discount !== undefined) expectMoney(`${where}.discount`, discount, found.discount_available);
});

const openItem = withFields(async (books, expected) => {
  const found = await invoice(books, expected.text('doc'));
  const fields = {
    total: found.amount,
    paid: found.total_paid,
    discount: found.total_discounted,
    due: found.amount_to_pay,
  };
  for (const [field, value] of Object.entries(fields)) {
    const wanted = expected.value(field);
    if (wanted !== undefined) expectMoney(`${expected.where}.${field}`, wanted, value);
  }
});

/** A figure of the only invoice of a case. */
function ofOnlyInvoice(figure: (found: Words) => Value | undefined): Check {
  return async (books, expected, where) => {
    const [only, another] = books.all('invoice');
    if (!only || another) throw new Unsupported(`${where} with several invoices`);
    expectMoney(where, expected, figure(await invoice(books, only[0])));
  };
}

const discount = withFields(async (books, expected) => {
  const rows = [];
  for (const [, { id }] of books.all('invoice'))
    for (const each of rowsIn((await books.api.get(`/invoices/${id}`)).allocations))
      if (each.kind === 'discount' && each.undone_on === null) rows.push(each);
  const [only, another] = rows;
  if (!only || another) throw new Unsupported(`${expected.where} with ${rows.length} discounts`);
  const found = await books.api.get(`/discounts/${textIn(only.document_id)}`);
  const fields = { total: found.amount, on_net: found.net, on_tax: found.tax, total_base: found.base_amount };
  for (const [field, value] of Object.entries(fields)) {
    const wanted = expected.value(field);
    if (wanted !== undefined) expectMoney(`${expected.where}.${field}`, wanted, value);
  }
});

/** What invoices are and what became of them. */
export const INVOICE_CHECKS: Checks = {
  invoices,
  instalments,
  amount_to_pay: amountToPay,
  open_item: openItem,
  discount,
  written_off: ofOnlyInvoice((found) => found.total_written_off),
  credits_on_invoice: ofOnlyInvoice((found) => found.total_credit_memos),
  base_credited_on_invoice: ofOnlyInvoice((found) => found.settled_base),
};
