import { rowsIn, textIn } from '../api';
import type { Books } from '../books';
import type { Words } from '../case-file';
import { expectMoney, expectSame, expectWord, Mismatch } from '../outcome';
import type { Check, Checks } from './check';
import { eachValue, withFields } from './each';

const overdueState = withFields(async (books, expected) => {
  const id = await books.customer(expected.maybeText('customer') ?? books.onlyCustomer());
  const { state } = await books.api.get(`/customers/${id}/overdue-state`, { on: expected.text('on') });
  expectSame(`${expected.where}.state`, expected.text('state'), state);
});

const dunnings = eachValue(async (books, name, expected, where) => {
  const found = await books.api.get(`/reminders/${books.paper(name, 'reminder').id}`, { as_of: books.today });
  const { status } = found;
  expectWord(where, expected, status === 'withdrawn' ? ['withdrawn', 'cancelled'] : [textIn(status)]);
});

const dunning = withFields(async (books, expected) => {
  const latest = books.all('reminder').at(-1);
  const found = latest ? await books.api.get(`/reminders/${latest[1].id}`) : (await remindersOf(books))[0];
  if (!found) throw new Mismatch(expected.where, 'a reminder', null);
  for (const field of ['outstanding', 'interest', 'fee', 'total', 'charges']) {
    const wanted = expected.value(field);
    if (wanted !== undefined) expectMoney(`${expected.where}.${field}`, wanted, found[field]);
  }
  const lines = expected.parts('lines');
  if (!lines) return;
  const left = rowsIn(found.lines);
  expectSame(`${expected.where}.lines, how many`, lines.length, left.length);
  for (const line of lines) {
    const at = left.findIndex((each) => books.nameOf(each.invoice_id) === line.text('doc'));
    const row = left.splice(at, at < 0 ? 0 : 1)[0];
    if (!row) throw new Mismatch(`${line.where}.doc`, line.text('doc'), null);
    for (const field of ['outstanding', 'interest']) {
      const wanted = line.value(field);
      if (wanted !== undefined) expectMoney(`${line.where}.${field}`, wanted, row[field]);
    }
    const level = line.maybeNumber('level');
    if (level !== undefined) expectSame(`${line.where}.level`, level, row.level);
    line.done();
  }
});

/** How far an invoice has come: 0 when it was never reminded of. */
const dunningLevels = eachValue(async (books, name, expected, where) => {
  const [latest] = await remindersOf(books, name);
  const { id } = books.paper(name, 'invoice');
  const line = rowsIn(latest?.lines).find((each) => each.invoice_id === id);
  expectSame(where, expected, line?.level ?? 0);
});

const dunningCount = eachValue(async (books, name, expected, where) => {
  const live = (await remindersOf(books, name)).filter((each) => each.status === 'unresolved');
  expectSame(where, expected, live.length);
});

const dunningRequests: Check = async (books, expected, where) => {
  expectSame(where, expected, (await remindersOf(books)).length);
};

const lastRequestAmount: Check = async (books, expected, where) => {
  const [latest] = await remindersOf(books);
  expectMoney(where, expected, latest?.total);
};

const attempts = eachValue(async (books, currency, expected, where) => {
  const rows = rowsIn((await reminderState(books)).currencies);
  expectSame(where, expected, rows.find((each) => each.currency === currency)?.attempts ?? 0);
});

const campaignFinished: Check = async (books, expected, where) => {
  expectSame(where, expected, (await reminderState(books)).finished);
};

/** What was demanded of whom, and how bad it is. */
export const REMINDER_CHECKS: Checks = {
  overdue_state: overdueState,
  dunnings,
  dunning,
  dunning_levels: dunningLevels,
  dunning_count: dunningCount,
  dunning_requests: dunningRequests,
  last_request_amount: lastRequestAmount,
  attempts,
  campaign_finished: campaignFinished,
};

/** Reminders, the latest first; of one invoice when it is named. */
async function remindersOf(books: Books, invoice?: string): Promise<Words[]> {
  const invoice_id = invoice === undefined ? undefined : books.paper(invoice, 'invoice').id;
  const { data } = await books.api.get('/reminders', { invoice_id, as_of: books.today });
  return rowsIn(data);
}

async function reminderState(books: Books): Promise<Words> {
  const id = await books.customer(books.onlyCustomer());
  return books.api.get(`/customers/${id}/reminder-state`, { as_of: books.today });
}
