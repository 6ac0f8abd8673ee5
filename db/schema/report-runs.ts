import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant, orgId } from './columns';

/** A report that somebody downloaded or sent: enough to make it again. */
export const reportRuns = pgTable('report_runs', {
  id: id(),
  orgId: orgId(),
  kind: text('kind').notNull(),
  asOf: day('as_of').notNull(),
  /** What was known when it was made: rows recorded later were not in it. */
  knownAt: instant('known_at').notNull().defaultNow(),
  filters: jsonb('filters').notNull(),
  /** SHA-256 of the file. */
  fileHash: text('file_hash').notNull(),
  createdBy: uuid('created_by'),
});
