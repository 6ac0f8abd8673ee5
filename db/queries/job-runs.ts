import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { JobName, JobState } from '@/lib/jobs';
import { isRunDue } from '../commands/plan-job-runs';
import { jobRuns } from '../schema/job-runs';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** Runs on one page of the history. */
const PAGE = 50;

/** One run of a job. */
export interface JobRun {
  readonly id: string;
  readonly job: JobName;
  readonly state: JobState;
  /** Whether somebody asked for it. */
  readonly isAsked: boolean;
  readonly attempts: number;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly runAfter: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const COLUMNS = {
  id: jobRuns.id,
  job: jobRuns.job,
  state: jobRuns.state,
  isAsked: sql<boolean>`${jobRuns.day} is null`,
  attempts: jobRuns.attempts,
  counts: jobRuns.counts,
  problem: jobRuns.problem,
  createdAt: jobRuns.createdAt,
  runAfter: jobRuns.runAfter,
  startedAt: jobRuns.startedAt,
  endedAt: jobRuns.endedAt,
};

/** The history of runs, newest first, one page. `nextBefore` is where the page after it begins; null on the last. */
export async function jobHistory(
  tx: Tx,
  { before }: { readonly before: string | null },
): Promise<{ rows: JobRun[]; nextBefore: string | null }> {
  const found = await tx
    .select(COLUMNS)
    .from(jobRuns)
    .where(
      before === null
        ? undefined
        : sql`(${jobRuns.createdAt}, ${jobRuns.id}) < (select r.created_at, r.id from ${jobRuns} r where r.id = ${before})`,
    )
    .orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, nextBefore: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** The last run of each job; none for one that never ran. */
export function lastJobRuns(tx: Tx): Promise<JobRun[]> {
  return tx
    .selectDistinctOn([jobRuns.job], COLUMNS)
    .from(jobRuns)
    .orderBy(asc(jobRuns.job), desc(jobRuns.createdAt), desc(jobRuns.id));
}

/** Runs that were given up, newest first. */
export function deadJobRuns(tx: Tx): Promise<JobRun[]> {
  return tx
    .select(COLUMNS)
    .from(jobRuns)
    .where(eq(jobRuns.state, 'dead'))
    .orderBy(desc(jobRuns.createdAt))
    .limit(PAGE);
}

/** Runs of these jobs that are to be done now, with whose they are. For the worker, which sees those of every business. */
export function jobRunsDue(tx: Tx, jobs: readonly JobName[]) {
  return tx
    .select({ id: jobRuns.id, org: organizations })
    .from(jobRuns)
    .innerJoin(organizations, eq(organizations.id, jobRuns.orgId))
    .where(
      sql`${inArray(jobRuns.state, ['queued', 'running'])} and ${inArray(jobRuns.job, [...jobs])} and ${isRunDue}`,
    )
    .orderBy(asc(jobRuns.runAfter))
    .limit(50);
}
