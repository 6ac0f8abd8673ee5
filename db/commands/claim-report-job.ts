import { and, eq, lt, or, sql } from 'drizzle-orm';
import { reportJobs } from '../schema/report-jobs';
import type { Tx } from '../scope';

/** Times that a file is begun before it is given up. */
export const MOST_ATTEMPTS = 3;

/** A file that a worker has taken upon itself. */
export interface ClaimedReport {
  readonly kind: string;
  readonly params: unknown;
  readonly createdBy: string | null;
  readonly attempts: number;
}

/** Jobs that wait, and those whose worker has not been heard of for a minute. */
export const isLeftToDo = or(
  eq(reportJobs.state, 'queued'),
  and(eq(reportJobs.state, 'running'), lt(reportJobs.beatAt, sql`now() - interval '1 minute'`)),
);

/** Takes a file upon the worker that asks: null when another was faster. Whoever is killed leaves it to the next after a minute. */
export async function claimReportJob(tx: Tx, id: string): Promise<ClaimedReport | null> {
  const [claimed] = await tx
    .update(reportJobs)
    .set({
      state: 'running',
      attempts: sql`${reportJobs.attempts} + 1`,
      pagesDone: 0,
      startedAt: sql`now()`,
      beatAt: sql`now()`,
    })
    .where(and(eq(reportJobs.id, id), isLeftToDo))
    .returning({
      kind: reportJobs.kind,
      params: reportJobs.params,
      createdBy: reportJobs.createdBy,
      attempts: reportJobs.attempts,
    });
  return claimed ?? null;
}
