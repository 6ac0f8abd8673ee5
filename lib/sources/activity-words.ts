import { textOf } from '../activity-fields';
import { type ActivityDeed, count, customer, type Word } from '../activity-phrases';

/** What was done about books elsewhere, after the actor's name. */
export const SYNC_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  books_connected: ({ after }) => [`connected ${system(after)}`],
  books_disconnected: ({ before }) => [`disconnected ${system(before)}`],
  books_read_again: ({ after }) => [`had ${system(after)} read from the beginning`],
  books_synced: ({ after }) => [
    `followed ${system(after)}`,
    count(after, 'posted', ': $ posted', 'document'),
    count(after, 'reversed', ', $ reversed', 'document'),
    count(after, 'customers', ', $ added', 'customer'),
  ],
  source_row_fixed: ({ after }) => [
    `said what ${system(after)} does not of ${textOf(after, 'object') ?? 'a row'} ${textOf(after, 'sourceId') ?? ''}`,
  ],
  source_rows_fixed: ({ after }) => [
    `said that what names no currency in ${system(after)} is in ${textOf(after, 'currency') ?? 'one'}`,
    count(after, 'count', ': $', 'row'),
  ],
  source_contact_named: (deed) => [
    `said who contact ${textOf(deed.after, 'contactId') ?? ''} of ${system(deed.after)} is`,
    ...customer(': ', deed),
  ],
};

function system(facts: unknown): string {
  return textOf(facts, 'system') ?? 'other books';
}
