import { setTimeout as pause } from 'node:timers/promises';
import {
  beatJobRun,
  type ClaimedRun,
  claimJobRun,
  failJobRun,
  finishJobRun,
} from '@/db/commands/work-job-run';
import { jobRunsDue } from '@/db/queries/job-runs';
import { withScope } from '@/db/scope';
import type { Organization, StaffActor } from '@/lib/actor';
import type { JobName } from '@/lib/jobs';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { SourceError } from '@/lib/sources/source';
import { WORK, worker } from './work';

/** Milliseconds between two looks at the list. */
const EVERY = 2_000;
/** Milliseconds between two signs of life during a run. */
const BEAT = 10_000;

/** Does what is on the list of these jobs, one run at a time, until it is told to stop. Several workers may do so at once. */
export async function workRuns(jobs: readonly JobName[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await workRunsDue(jobs, signal);
    } catch (error) {
      log('error', 'runs_failed', { error: describeError(error) });
    }
    await pause(EVERY, undefined, { signal }).catch(() => {});
  }
}

/** Does what is on the list now. Answers how many runs were begun. */
export async function workRunsDue(jobs: readonly JobName[], signal?: AbortSignal): Promise<number> {
  const due = await withScope({ kind: 'job' }, 'read', (tx) => jobRunsDue(tx, jobs));
  let begun = 0;
  for (const { id, org } of due) {
    if (signal?.aborted) break;
    if (await workRun(org, id)) begun += 1;
  }
  return begun;
}

async function workRun(org: Organization, id: string): Promise<boolean> {
  const clerk: StaffActor = { kind: 'staff', role: 'admin', userId: null, name: 'Jobs', org };
  const run = await withScope(clerk, 'write', (tx) => claimJobRun(tx, id));
  if (!run) return false;
  const beating = setInterval(() => void beat(clerk, run), BEAT);
  const began = Date.now();
  try {
    const counts = await WORK[run.job](worker(org, run.job), run);
    await withScope(clerk, 'write', (tx) => finishJobRun(tx, run, counts));
    log('info', 'job_done', { job: run.job, org: org.id, id, ms: Date.now() - began, ...counts });
  } catch (error) {
    log('error', 'job_failed', { job: run.job, org: org.id, id, error: describeError(error) });
    // A rule's no is a sentence for people; anything else is for the log.
    const isSaid = error instanceof Refusal || error instanceof SourceError;
    const problem = isSaid ? error.message : 'It failed. The log of the worker says why.';
    const isUseless = error instanceof SourceError && error.kind !== 'failed';
    await withScope(clerk, 'write', (tx) => failJobRun(tx, run, { problem, isUseless }));
  } finally {
    clearInterval(beating);
  }
  return true;
}

async function beat(clerk: StaffActor, run: ClaimedRun): Promise<void> {
  try {
    await withScope(clerk, 'write', (tx) => beatJobRun(tx, run));
  } catch (error) {
    log('warn', 'job_beat_failed', { id: run.id, error: describeError(error) });
  }
}
