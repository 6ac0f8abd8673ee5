import { and, eq, isNull, sql } from 'drizzle-orm';
import { localMoment } from '@/lib/domain/business-hours';
import { jobsDue } from '@/lib/job-times';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { connections } from '../schema/connections';
import { jobRuns } from '../schema/job-runs';
import { mailSettings } from '../schema/mails';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/**
 * Puts the runs on the list whose hour has come today in each business, once for a day and an hour, however many plan. What was
 * missed before is not made up for: each job does itself what is left to do. For the worker. Answers how many were added.
 */
export async function planJobRuns(tx: Tx, now: Date): Promise<number> {
  const all = await tx
    .select({
      orgId: organizations.id,
      timeZone: organizations.timeZone,
      remindersAt: mailSettings.remindersAt,
      digestAt: mailSettings.digestAt,
      statementsOn: mailSettings.statementsOn,
      isConnected: sql<boolean>`${connections.id} is not null`,
    })
    .from(organizations)
    .leftJoin(mailSettings, eq(mailSettings.orgId, organizations.id))
    .leftJoin(connections, and(eq(connections.orgId, organizations.id), isNull(connections.endedAt)));
  const due = all.flatMap(({ orgId, timeZone, ...settings }) => {
    const moment = localMoment(timeZone, now);
    return jobsDue(settings, moment).map((run) => ({ id: uuid7(), orgId, ...run, day: moment.day }));
  });
  return (await insertRows(tx, jobRuns, due, ['orgId', 'job', 'day', 'slot'])).length;
}

/** Runs that are to be done now: their time has come, or their worker has not been heard of for a minute. */
export const isRunDue = sql`(${and(eq(jobRuns.state, 'queued'), sql`${jobRuns.runAfter} <= now()`)}
  or ${and(eq(jobRuns.state, 'running'), sql`${jobRuns.beatAt} < now() - interval '1 minute'`)})`;
