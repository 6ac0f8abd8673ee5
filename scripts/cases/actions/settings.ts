import type { Action, Actions } from './action';

const configure: Action = async (books, given) => {
  if (!given.has('exchange_account')) return;
  const exchange_account = given.maybeText('exchange_account') ?? null;
  await books.api.patch('/organization', { exchange_account });
};

const revalue: Action = async (books, given) => {
  const [currency, rate] = [given.text('currency'), given.number('rate')];
  const date = books.day(given.text('date'));
  await books.api.post('/exchange-rates', { rates: [{ currency, date, rate }] });
  books.revaluedOn = date;
};

/** What the business says of itself. */
export const SETTING_ACTIONS: Actions = { configure, revalue };
