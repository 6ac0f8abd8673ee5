import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './bytea';
import { id, instant, orgId } from './columns';

/** A file too large to wait for: made by the worker, fetched later by whoever asked, thrown away after some days. */
export const reportJobs = pgTable(
  'report_jobs',
  {
    id: id(),
    orgId: orgId(),
    createdBy: uuid('created_by'),
    /** What is to be made, such as `aging-items`. */
    kind: text('kind').notNull(),
    /** As of when and with which filters, as the kind reads them. */
    params: jsonb('params').notNull(),
    state: text('state').$type<'queued' | 'running' | 'done' | 'failed'>().notNull().default('queued'),
    /** Pages that are ready, of how many; null until that is known. */
    pagesDone: integer('pages_done').notNull().default(0),
    pagesTotal: integer('pages_total'),
    fileName: text('file_name'),
    /** Null until it is done. */
    file: bytea('file'),
    /** How often a worker began it, and when the last one was known to be at it. */
    attempts: integer('attempts').notNull().default(0),
    beatAt: instant('beat_at'),
    /** What the person is told when it failed. */
    problem: text('problem'),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('report_jobs_of').on(t.orgId, t.createdBy, t.createdAt),
    index('report_jobs_state').on(t.state),
  ],
);
