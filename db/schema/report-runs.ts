import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant, orgId } from './columns';

/** A report that somebody downloaded or sent: enough to make it again. */
export const reportRuns = pgTable(
  'report_runs',
  {
    id: id(),
    orgId: orgId(),
    kind: text('kind').notNull(),
    asOf: day('as_of').notNull(),
    /** The last instant recorded in what it was made from: rows recorded later were not in it. */
    knownAt: timestamp('known_at', { withTimezone: true, mode: 'string' }).notNull(),
    filters: jsonb('filters').notNull(),
    /** What stood in it and hangs on what is kept only as it is now, such as rates; null when nothing does. */
    content: jsonb('content'),
    /** SHA-256 of the file. */
    fileHash: text('file_hash').notNull(),
    createdBy: uuid('created_by'),
    /** When it was made; null for those made before this was kept. */
    madeAt: instant('made_at').default(sql`clock_timestamp()`),
  },
  (t) => [index('report_runs_known').on(t.orgId, t.knownAt, t.id)],
);
