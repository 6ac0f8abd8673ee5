import { and, eq, sql } from 'drizzle-orm';
import { reportJobs } from '../schema/report-jobs';
import type { Tx } from '../scope';

/** How far a file is; null while its pages are not counted. */
export interface ReportProgress {
  readonly pagesDone: number;
  readonly pagesTotal: number | null;
}

/** Says that the worker is at it, and how far it is. */
export async function advanceReportJob(tx: Tx, id: string, progress: ReportProgress): Promise<void> {
  await tx
    .update(reportJobs)
    .set({ ...progress, beatAt: sql`now()` })
    .where(and(eq(reportJobs.id, id), eq(reportJobs.state, 'running')));
}
