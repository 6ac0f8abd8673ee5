import { wordsIn } from '../api';
import type { Books } from '../books';
import type { Words } from '../case-file';
import { expectMoney, expectSame } from '../outcome';
import type { Check, Checks } from './check';
import { eachNamed, eachValue } from './each';

type Figure = (books: Books, customerId: string) => Promise<unknown>;

const FIGURES: Readonly<Record<string, Figure>> = {
  balance: async (books, id) => (await figures(books, id)).balance,
  balance_base: async (books, id) => wordsIn((await agingInBase(books, id)).base_total).total,
  balance_of_invoices: async (books, id) => (await figures(books, id)).open_invoices,
  credit_balance: async (books, id) => (await figures(books, id)).unapplied,
  received_total: async (books, id) => (await figures(books, id)).net_received,
  overdue: async (books, id) => (await figures(books, id)).past_due,
  unpaid_sum: async (books, id) => (await state(books, id)).unpaid_sum,
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
  expectMoney(where, expected, (await figures(books)).net_received);
};

const batchTotal = eachValue(async (books, reference, expected, where) => {
  const found = await books.api.get('/account-figures', { reference, currency: books.usual() });
  expectMoney(where, expected, found.received);
});

const totalBilledBase: Check = async (books, expected, where) => {
  expectMoney(where, expected, (await figures(books)).invoiced_base);
};

/** What customers owe, paid and have left. */
export const CUSTOMER_CHECKS: Checks = {
  customer,
  cash_received: cashReceived,
  batch_total: batchTotal,
  total_billed_base: totalBilledBase,
};

function agingInBase(books: Books, customer_id: string): Promise<Words> {
  return books.api.get('/aging', { customer_id, as_of: books.today, in_base: 'true' });
}

function figures(books: Books, customer_id?: string): Promise<Words> {
  const [currency, as_of] = [books.usual(), books.today];
  return books.api.get('/account-figures', { customer_id, currency, as_of });
}

function state(books: Books, customerId: string): Promise<Words> {
  return books.api.get(`/customers/${customerId}/overdue-state`, { on: books.today });
}
