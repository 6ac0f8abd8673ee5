import { and, eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { JOB_WORDS, type JobName } from '@/lib/jobs';
import { Refusal } from '@/lib/refusal';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';
import { queueJobRun } from './queue-job-run';
import { recordActivity } from './record-activity';

/** Has a job run now, between its times. @throws Refusal `duplicate` while one that was asked for is not over. */
export async function requestJobRun(
  tx: Tx,
  actor: StaffActor,
  { job }: { readonly job: JobName },
): Promise<{ runId: string }> {
  const id = await queueJobRun(tx, actor, job);
  if (!id) throw new Refusal('duplicate', 'It runs already.');
  await note(tx, actor, { verb: 'job_requested', id, job });
  return { runId: id };
}

/** Begins a run anew that was given up. @throws Refusal `not_found`, `invalid` when it was not given up. */
export async function retryJobRun(
  tx: Tx,
  actor: StaffActor,
  { runId }: { readonly runId: string },
): Promise<{ job: JobName }> {
  const [retried] = await tx
    .update(jobRuns)
    .set({ state: 'queued', attempts: 0, runAfter: sql`now()`, endedAt: null })
    .where(and(eq(jobRuns.id, runId), eq(jobRuns.state, 'dead')))
    .returning({ job: jobRuns.job });
  if (!retried) throw new Refusal('not_found', 'That run was not given up.');
  await note(tx, actor, { verb: 'job_retried', id: runId, job: retried.job });
  return retried;
}

function note(
  tx: Tx,
  actor: StaffActor,
  { verb, id, job }: { readonly verb: string; readonly id: string; readonly job: JobName },
): Promise<void> {
  const after = { name: JOB_WORDS[job].name };
  return recordActivity(tx, actor, { verb, objectKind: 'job_run', objectId: id, after });
}
