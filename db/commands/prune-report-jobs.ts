import { reportJobs } from '../schema/report-jobs';
import type { Tx } from '../scope';

/** Throws away files that were asked for over seven days ago: how old is the rule of the database, for the role for jobs. */
export async function pruneReportJobs(tx: Tx): Promise<{ files: number }> {
  const old = await tx.delete(reportJobs).returning({ id: reportJobs.id });
  return { files: old.length };
}
