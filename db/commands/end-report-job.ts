import { and, eq, sql } from 'drizzle-orm';
import { reportJobs } from '../schema/report-jobs';
import type { Tx } from '../scope';

/** Hands the file over to whoever asked. False when another worker did so meanwhile: then nothing is to be noted. */
export async function finishReportJob(
  tx: Tx,
  id: string,
  { file, pages }: { readonly file: Uint8Array; readonly pages: number },
): Promise<boolean> {
  const done = await tx
    .update(reportJobs)
    .set({ state: 'done', file, pagesDone: pages, pagesTotal: pages, endedAt: sql`now()` })
    .where(and(eq(reportJobs.id, id), eq(reportJobs.state, 'running')))
    .returning({ id: reportJobs.id });
  return done.length > 0;
}

/** Gives a file up, with a sentence for whoever asked; or, with null, leaves it to the next attempt. */
export async function failReportJob(tx: Tx, id: string, problem: string | null): Promise<void> {
  await tx
    .update(reportJobs)
    .set(problem === null ? { state: 'queued' } : { state: 'failed', problem, endedAt: sql`now()` })
    .where(and(eq(reportJobs.id, id), eq(reportJobs.state, 'running')));
}
