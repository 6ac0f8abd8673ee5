import { and, eq, sql } from 'drizzle-orm';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';
import { isRunDue } from './plan-job-runs';

/** Times that a run is begun before it is given up. */
const MOST_ATTEMPTS = 5;

/** A run that a worker has taken upon itself. */
export type ClaimedRun = Pick<typeof jobRuns.$inferSelect, 'id' | 'job' | 'day' | 'attempts'>;

/** Takes a run upon the worker that asks: null when another was faster. Whoever is killed leaves it to the next after a minute. */
export async function claimJobRun(tx: Tx, id: string): Promise<ClaimedRun | null> {
  const [claimed] = await tx
    .update(jobRuns)
    .set({
      state: 'running',
      attempts: sql`${jobRuns.attempts} + 1`,
      startedAt: sql`now()`,
      beatAt: sql`now()`,
    })
    .where(and(eq(jobRuns.id, id), isRunDue))
    .returning({ id: jobRuns.id, job: jobRuns.job, day: jobRuns.day, attempts: jobRuns.attempts });
  return claimed ?? null;
}

/** Says that the worker is still at it. */
export async function beatJobRun(tx: Tx, { id, attempts }: ClaimedRun): Promise<void> {
  await tx.update(jobRuns).set({ beatAt: sql`now()` }).where(mine(id, attempts));
}

/** Ends a run that did what it should, with what it did. */
export async function finishJobRun(
  tx: Tx,
  { id, attempts }: ClaimedRun,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await tx
    .update(jobRuns)
    .set({ state: 'done', counts, problem: null, endedAt: sql`now()` })
    .where(mine(id, attempts));
}

/** Notes what kept a run from being done: it is tried again later, each time after twice as long, and at last given up. */
export async function failJobRun(tx: Tx, { id, attempts }: ClaimedRun, problem: string): Promise<void> {
  await tx
    .update(jobRuns)
    .set(
      attempts >= MOST_ATTEMPTS
        ? { state: 'dead', problem, endedAt: sql`now()` }
        : {
            state: 'queued',
            problem,
            runAfter: sql`now() + ${2 ** attempts}::int * interval '1 minute'`,
          },
    )
    .where(mine(id, attempts));
}

function mine(id: string, attempts: number) {
  return and(eq(jobRuns.id, id), eq(jobRuns.state, 'running'), eq(jobRuns.attempts, attempts));
}
