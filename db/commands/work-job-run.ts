import { and, eq, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { isRunDue } from './plan-job-runs';

/** Times that a run is begun before it is given up. */
const MOST_ATTEMPTS = 5;

/** A run that a worker has taken upon itself. */
export type ClaimedRun = Pick<typeof jobRuns.$inferSelect, 'id' | 'job' | 'day' | 'slot' | 'attempts'>;

/**
 * Takes a run upon the worker that asks: null when another was faster, or is at the same job of the business. Whoever is killed leaves it
 * to the next after a minute.
 */
export async function claimJobRun(tx: Tx, id: string): Promise<ClaimedRun | null> {
  // Of two who take runs of one job, the second sees what the first took.
  await lockLedger(tx);
  const other = alias(jobRuns, 'other');
  const isBusy = tx
    .select({ id: other.id })
    .from(other)
    .where(
      and(
        eq(other.job, jobRuns.job),
        ne(other.id, jobRuns.id),
        eq(other.state, 'running'),
        sql`${other.beatAt} >= now() - interval '1 minute'`,
      ),
    );
  const [claimed] = await tx
    .update(jobRuns)
    .set({
      state: 'running',
      attempts: sql`${jobRuns.attempts} + 1`,
      startedAt: sql`now()`,
      beatAt: sql`now()`,
    })
    .where(and(eq(jobRuns.id, id), isRunDue, notExists(isBusy)))
    .returning({
      id: jobRuns.id,
      job: jobRuns.job,
      day: jobRuns.day,
      slot: jobRuns.slot,
      attempts: jobRuns.attempts,
    });
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

/**
 * Notes what kept a run from being done: it is tried again later, each time after twice as long, and at last given up; at once when
 * trying again is of no use.
 */
export async function failJobRun(
  tx: Tx,
  { id, attempts }: ClaimedRun,
  { problem, isUseless }: { readonly problem: string; readonly isUseless: boolean },
): Promise<void> {
  await tx
    .update(jobRuns)
    .set(
      isUseless || attempts >= MOST_ATTEMPTS
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
