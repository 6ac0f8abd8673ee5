import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { JobName, JobState } from '@/lib/jobs';
import { uuid7 } from '@/lib/uuid';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';

/**
 * Has a job run as soon as the transaction has committed, between its times. Answers its id; null when one is in any of
 * these states already: it will do.
 */
export async function queueJobRun(
  tx: Tx,
  { userId }: Pick<Actor, 'userId'>,
  job: JobName,
  states: readonly JobState[] = ['queued', 'running'],
): Promise<string | null> {
  // Two who ask at the same moment ask once.
  await lockLedger(tx);
  const [open] = await tx
    .select({ id: jobRuns.id })
    .from(jobRuns)
    .where(and(eq(jobRuns.job, job), isNull(jobRuns.day), inArray(jobRuns.state, [...states])))
    .limit(1);
  if (open) return null;
  const id = uuid7();
  await tx.insert(jobRuns).values({ id, job, requestedBy: userId });
  return id;
}
