import { wordsIn } from '../api';
import type { Books } from '../books';
import type { Words } from '../case-file';
import { expectMoney, expectSame } from '../outcome';
import type { Check, Checks } from './check';
import { eachNamed, eachValue } from './each';

type Figure = (books: Books, customerId: string) => Promise<unknown>;

const FIGURES: Readonly<Record<string, Figure>> = {
  balance: async (books, id) => wordsIn((await aging(books, id)).totals).total,
  balance_base: async (books, id) => wordsIn((await aging(books, id)).base_total).total,
  balance_of_invoices: async (books, id) => (await figures(books, id)).open_invoices,
  credit_balance: async (books, id) => (await figures(books, id)).unapplied_credits,
  received_total: async (books, id) => (await received(books, id)).net_received,
  unpaid_sum: async (books, id) => (await state(books, id)).unpaid_sum,
  overdue: async (books, id) => (await figures(books, id)).overdue_outstanding,
};

const customer = eachNamed(async (books, name, expected, where) => {
  const id = await books.customer(name);
  const tolerance = expected.maybeNumber('tolerance');
  for (const [field, figure] of Object.entries(FIGURES)) {
    const wanted = expected.value(field);
    if (wanted !== undefined) expectMoney(`${where}.${field}`, wanted, await figure(books, id), tolerance);
  }
  if (expected.has('earliest_unpaid_date')) {
    const wanted = expected.maybeText('earliest_unpaid_date') ?? null;
    expectSame(`${where}.earliest_unpaid_date`, wanted, (await state(books, id)).earliest_unpaid_on);
  }
});

const cashReceived: Check = async (books, expected, where) => {
  expectMoney(where, expected, (await received(books)).net_received);
};

const batchTotal = eachValue(async (books, batch, expected, where) => {
  const found = await books.api.get('/cash-received', { reference: batch });
  expectMoney(where, expected, found.received);
});

const totalBilledBase: Check = async (books, expected, where) => {
  const { invoiced_base } = await books.api.get('/billed', {});
  expectMoney(where, expected, invoiced_base);
};

/** What customers owe, paid and have left. */
export const CUSTOMER_CHECKS: Checks = {
  customer,
  cash_received: cashReceived,
  batch_total: batchTotal,
  total_billed_base: totalBilledBase,
};

/** The currency that a case is in: the only one that it names, else the base currency. */
function currencyOf(books: Books): string {
  const [only, another] = new Set([...books.papers.values()].map((paper) => paper.currency));
  return only !== undefined && another === undefined ? only : books.base;
}

function aging(books: Books, customerId: string): Promise<Words> {
  const in_base = currencyOf(books) === books.base ? undefined : 'true';
  const currency = currencyOf(books);
  return books.api.get('/aging', { customer_id: customerId, currency, as_of: books.today, in_base });
}

function received(books: Books, customer_id?: string): Promise<Words> {
  return books.api.get('/cash-received', { customer_id, currency: currencyOf(books) });
}

function figures(books: Books, customer_id: string): Promise<Words> {
  return books.api.get('/kpis', { customer_id, currency: currencyOf(books), as_of: books.today });
}

function state(books: Books, customerId: string): Promise<Words> {
  return books.api.get(`/customers/${customerId}/overdue-state`, { on: books.today });
}
