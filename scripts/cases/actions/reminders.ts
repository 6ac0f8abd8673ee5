import { rowsIn, textIn } from '../api';
import type { Action, Actions } from './action';

const runDunning: Action = async (books, given) => {
  given.ignore('note');
  await books.api.post('/reminder-runs', { date: books.day(given.text('date')) });
};

const dun: Action = async (books, given) => {
  const names = given.texts('docs') ?? [];
  const papers = names.map((name) => books.paper(name, 'invoice'));
  const [first] = papers;
  if (!first) throw given.unsupported('docs');
  const [fee, percent] = [given.maybeNumber('fee'), given.maybeNumber('annual_interest_percent')];
  const { reminder_id } = await books.api.post('/reminders', {
    customer_id: await books.customer(first.customer),
    date: books.day(given.text('date')),
    invoice_ids: papers.map((paper) => paper.id),
    ...(fee === undefined ? {} : { fee }),
    ...(percent === undefined ? {} : { annual_interest_percent: percent }),
  });
  const { customer, currency } = first;
  books.keep(given.text('id'), { kind: 'reminder', id: textIn(reminder_id), customer, currency });
};

const sendDunning: Action = async (books, given) => {
  const { id } = books.paper(given.text('doc'), 'invoice');
  const { data } = await books.api.get('/reminders', { invoice_id: id });
  for (const reminder of rowsIn(data))
    if (reminder.sent_at === null)
      await books.api.post(`/reminders/${textIn(reminder.reminder_id)}/send`, {});
};

const blockDunning: Action = async (books, given) => {
  const { id, customer } = books.paper(given.text('doc'), 'invoice');
  const customer_id = await books.customer(customer);
  const more = { reason: 'As the case says', placed_on: books.today };
  await books.api.post('/holds', { customer_id, document_id: id, kind: 'reminders', ...more });
};

const unblockDunning: Action = async (books, given) => {
  const { id, customer } = books.paper(given.text('doc'), 'invoice');
  const { data } = await books.api.get('/holds', { customer_id: await books.customer(customer) });
  for (const hold of rowsIn(data))
    if (hold.document_id === id && hold.released_on === null)
      await books.api.post(`/holds/${textIn(hold.hold_id)}/release`, { on: books.today });
};

/** What customers are reminded of. */
export const REMINDER_ACTIONS: Actions = {
  run_dunning: runDunning,
  dun,
  send_dunning: sendDunning,
  block_dunning: blockDunning,
  unblock_dunning: unblockDunning,
};
