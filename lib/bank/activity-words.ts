import { textOf } from '../activity-fields';
import { type ActivityDeed, because, comma, count, customer, document, type Word } from '../activity-phrases';

/** What the log says of work at the receipt desk, by verb. */
export const BANK_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  statement_taken_in: ({ after }) => [
    `took in the bank statement ${textOf(after, 'fileName') ?? ''}`.trimEnd(),
    count(after, 'lines', ': $', 'line'),
  ],
  statement_removed: ({ before }) => [
    `removed the bank statement ${textOf(before, 'fileName') ?? ''}`.trimEnd(),
  ],
  bank_lines_booked: ({ after }) => [
    `booked ${count(after, 'lines', '$', 'bank line') || 'bank lines'}`,
    count(after, 'payments', ' as $', 'payment'),
  ],
  bank_lines_undone: ({ after }) => [`took back ${count(after, 'lines', '$', 'bank line') || 'bank lines'}`],
  bank_line_ignored: ({ after }) => ['set a bank line aside', comma(after), because(after, 'reason')],
  bank_line_found_booked: (deed) => [
    'found the bank line of ',
    document(deed),
    comma(deed.after),
    ...customer(' from ', deed),
  ],
  payer_forgotten: ({ before }) => [`forgot the payer ${textOf(before, 'payer') ?? ''}`.trimEnd()],
};
