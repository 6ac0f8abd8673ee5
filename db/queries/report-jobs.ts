import { and, asc, desc, eq } from 'drizzle-orm';
import { isLeftToDo } from '../commands/claim-report-job';
import { organizations } from '../schema/organizations';
import { reportJobs } from '../schema/report-jobs';
import type { Tx } from '../scope';

/** Files of one person that are listed. */
const LISTED = 20;

/** A file that is made, or was, for somebody. */
export interface ReportJob {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly fileName: string | null;
  readonly pagesDone: number;
  /** Null until they are counted. */
  readonly pagesTotal: number | null;
  readonly problem: string | null;
  readonly createdAt: Date;
}

/** The last files that a person asked for, the latest first. */
export function reportJobsOf(tx: Tx, userId: string): Promise<ReportJob[]> {
  return tx
    .select({
      id: reportJobs.id,
      state: reportJobs.state,
      fileName: reportJobs.fileName,
      pagesDone: reportJobs.pagesDone,
      pagesTotal: reportJobs.pagesTotal,
      problem: reportJobs.problem,
      createdAt: reportJobs.createdAt,
    })
    .from(reportJobs)
    .where(eq(reportJobs.createdBy, userId))
    .orderBy(desc(reportJobs.createdAt), desc(reportJobs.id))
    .limit(LISTED);
}

/** A file that is ready; null when there is none of that id, or it is somebody else's. */
export async function reportJobFile(
  tx: Tx,
  userId: string,
  id: string,
): Promise<{ readonly fileName: string; readonly file: Uint8Array } | null> {
  const [job] = await tx
    .select({ fileName: reportJobs.fileName, file: reportJobs.file })
    .from(reportJobs)
    .where(and(eq(reportJobs.id, id), eq(reportJobs.createdBy, userId)));
  return job?.file ? { fileName: job.fileName ?? 'report.pdf', file: job.file } : null;
}

/** What is to be made, the oldest first, with whose it is. For the worker, which sees those of every business. */
export function reportJobsLeft(tx: Tx) {
  return tx
    .select({ id: reportJobs.id, org: organizations })
    .from(reportJobs)
    .innerJoin(organizations, eq(organizations.id, reportJobs.orgId))
    .where(isLeftToDo)
    .orderBy(asc(reportJobs.createdAt))
    .limit(10);
}
