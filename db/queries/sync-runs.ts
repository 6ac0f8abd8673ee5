import { and, desc, eq, isNotNull, max, sql } from 'drizzle-orm';
import { jobRuns } from '../schema/job-runs';
import { syncRuns } from '../schema/sync-runs';
import { users } from '../schema/users';
import type { Tx } from '../scope';

/** Runs on one page of the history. */
const PAGE = 25;

/** Bars of the picture of the last runs: a week of them. */
const BARS = 42;

const COLUMNS = {
  id: jobRuns.id,
  state: jobRuns.state,
  attempts: jobRuns.attempts,
  problem: jobRuns.problem,
  isScheduled: sql<boolean>`${jobRuns.day} is not null`,
  requestedBy: users.name,
  runAfter: jobRuns.runAfter,
  createdAt: jobRuns.createdAt,
  startedAt: syncRuns.startedAt,
  endedAt: jobRuns.endedAt,
  kind: syncRuns.kind,
  step: syncRuns.step,
  counts: syncRuns.counts,
  totals: syncRuns.totals,
  log: syncRuns.log,
};

/** The runs of the sync, newest first, one page. `nextBefore` is where the page after it begins; null on the last. */
export async function syncHistory(tx: Tx, { before }: { readonly before: string | null }) {
  const found = await runs(tx)
    .where(
      and(
        eq(jobRuns.job, 'sync'),
        before === null
          ? undefined
          : sql`(${jobRuns.createdAt}, ${jobRuns.id}) < (select r.created_at, r.id from ${jobRuns} r where r.id = ${before})`,
      ),
    )
    .orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  return { rows, nextBefore: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** One of them. Null of the sync's own: it waits. */
export type SyncRunRow = Awaited<ReturnType<typeof syncHistory>>['rows'][number];

/** The last run over a connection that came to its end, with what both books said then; null before the first. */
export async function lastSync(tx: Tx, connectionId: string): Promise<SyncRunRow | null> {
  const [run] = await runs(tx).where(compared(connectionId)).orderBy(desc(jobRuns.endedAt)).limit(1);
  return run ?? null;
}

/** When that one ended; null before the first. */
export async function lastSyncAt(tx: Tx, connectionId: string): Promise<Date | null> {
  const [last] = await tx
    .select({ at: max(jobRuns.endedAt) })
    .from(jobRuns)
    .innerJoin(syncRuns, eq(syncRuns.id, jobRuns.id))
    .where(compared(connectionId));
  return last?.at ?? null;
}

function compared(connectionId: string) {
  return and(
    eq(jobRuns.job, 'sync'),
    eq(jobRuns.state, 'done'),
    isNotNull(syncRuns.totals),
    eq(syncRuns.connectionId, connectionId),
  );
}

/** How long the last runs took in ms, oldest first, and whether each came to its end. */
export async function syncBars(tx: Tx): Promise<{ id: string; ms: number; isDone: boolean }[]> {
  const rows = await runs(tx)
    .where(and(eq(jobRuns.job, 'sync'), isNotNull(jobRuns.endedAt), isNotNull(syncRuns.startedAt)))
    .orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
    .limit(BARS);
  return rows
    .map(({ id, startedAt, endedAt, state }) => ({
      id,
      ms: startedAt && endedAt ? endedAt.getTime() - startedAt.getTime() : 0,
      isDone: state === 'done',
    }))
    .toReversed();
}

function runs(tx: Tx) {
  return tx
    .select(COLUMNS)
    .from(jobRuns)
    .leftJoin(syncRuns, eq(syncRuns.id, jobRuns.id))
    .leftJoin(users, eq(users.id, jobRuns.requestedBy));
}
