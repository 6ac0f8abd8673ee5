import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { JobName, JobState } from '@/lib/jobs';
import { day, id, instant, orgId } from './columns';

/** One piece of work without a request, of one business: due at an instant, done by whichever worker takes it first. */
export const jobRuns = pgTable(
  'job_runs',
  {
    id: id(),
    orgId: orgId(),
    job: text('job').$type<JobName>().notNull(),
    /** The day of the business that it is for; null when somebody asked for it between times. */
    day: day('day'),
    /** The hour of that day, for a job that runs several times a day; 0 for others. */
    slot: integer('slot').notNull().default(0),
    state: text('state').$type<JobState>().notNull().default('queued'),
    requestedBy: uuid('requested_by'),
    attempts: integer('attempts').notNull().default(0),
    runAfter: instant('run_after').notNull().defaultNow(),
    /** When the worker that is at it was last heard of. */
    beatAt: instant('beat_at'),
    /** What it did, in counts by name. */
    counts: jsonb('counts').$type<Readonly<Record<string, number>>>(),
    /** What kept it from being done. */
    problem: text('problem'),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    // A job runs once for a day and a slot by itself, however many workers plan.
    unique('job_runs_slot').on(t.orgId, t.job, t.day, t.slot),
    index('job_runs_log').on(t.orgId, t.createdAt, t.id),
    index('job_runs_due').on(t.runAfter).where(sql`state in ('queued', 'running')`),
  ],
);
