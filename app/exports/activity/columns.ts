import type { ActivityEntry } from '@/db/queries/activity';
import { activitySentence } from '@/lib/activity-words';
import type { CsvColumn } from '@/lib/csv';

/** The columns of a file of the activity: the sentence on screen, and what it was made of. */
export const ACTIVITY_COLUMNS: readonly CsvColumn<ActivityEntry>[] = [
  { heading: 'Entry', type: 'number', cell: (entry) => String(entry.sequence) },
  { heading: 'At', type: 'text', cell: (entry) => entry.at.toISOString() },
  { heading: 'Who', type: 'text', cell: (entry) => entry.actorName },
  { heading: 'What', type: 'text', cell: (entry) => entry.verb },
  { heading: 'In words', type: 'text', cell: activitySentence },
  { heading: 'Customer', type: 'text', cell: (entry) => entry.customer },
  { heading: 'Document', type: 'text', cell: (entry) => entry.document?.number ?? null },
  { heading: 'Before', type: 'text', cell: (entry) => json(entry.before) },
  { heading: 'After', type: 'text', cell: (entry) => json(entry.after) },
];

function json(facts: unknown): string | null {
  return facts === null ? null : JSON.stringify(facts);
}
