import { inArray } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { TooMany } from '@/lib/too-many';
import { countRows } from '../expressions';
import { reportJobs } from '../schema/report-jobs';
import type { Tx } from '../scope';

/** Files that one business may have waiting. */
const MOST = 20;

/** A file that is to be made by the worker. */
interface NewReportJob {
  readonly kind: 'aging' | 'explore' | 'statements' | 'invoices';
  /** As the kind reads them. Survives JSON. */
  readonly params: unknown;
  readonly fileName: string;
}

/** Puts a file on the list of those to be made. @throws TooMany when that list is long. */
export async function queueReportJob(
  tx: Tx,
  actor: StaffActor,
  job: NewReportJob,
): Promise<{ jobId: string }> {
  const [waiting] = await tx
    .select({ count: countRows() })
    .from(reportJobs)
    .where(inArray(reportJobs.state, ['queued', 'running']));
  if ((waiting?.count ?? 0) >= MOST)
    throw new TooMany('Many large files are waiting to be made. Try again when some of them are ready.', 60);
  const [created] = await tx
    .insert(reportJobs)
    .values({ ...job, createdBy: actor.userId })
    .returning({ id: reportJobs.id });
  if (!created) throw new Error('insert returned no row');
  return { jobId: created.id };
}
