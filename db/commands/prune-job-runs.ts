import { and, inArray, lt, sql } from 'drizzle-orm';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';

/** Takes runs away that ended and were due longer ago than a quarter of a year. For the worker. Answers how many. */
export async function pruneJobRuns(tx: Tx): Promise<number> {
  const gone = await tx
    .delete(jobRuns)
    .where(
      and(inArray(jobRuns.state, ['done', 'dead']), lt(jobRuns.runAfter, sql`now() - interval '92 days'`)),
    )
    .returning({ id: jobRuns.id });
  return gone.length;
}
