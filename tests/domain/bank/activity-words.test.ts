import { expect, test } from 'vitest';
import { activitySentence } from '@/lib/activity-words';

const said = (verb: string, facts: { before?: unknown; after?: unknown }) =>
  activitySentence({
    verb,
    actorName: 'Ada',
    customer: null,
    document: null,
    before: null,
    after: null,
    ...facts,
  });

test('the log says in words what was done at the receipt desk', () => {
  expect(said('statement_taken_in', { after: { fileName: 'may.csv', lines: 12 } })).toBe(
    'Ada took in the bank statement may.csv: 12 lines',
  );
  expect(said('bank_lines_booked', { after: { lines: 7, payments: 8 } })).toBe(
    'Ada booked 7 bank lines as 8 payments',
  );
  expect(said('bank_lines_undone', { after: { lines: 1 } })).toBe('Ada took back 1 bank line');
  const ignored = { amountMinor: -1_200, currency: 'USD', reason: 'Bank fee' };
  expect(said('bank_line_ignored', { after: ignored })).toBe('Ada set a bank line aside, $12.00: Bank fee');
  expect(said('payer_forgotten', { before: { payer: 'PAYPAL' } })).toBe('Ada forgot the payer PAYPAL');
});
