import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { SourceError } from '@/lib/sources/source';
import type { SyncCounts, SyncKind, SyncStep } from '@/lib/sources/sync';
import { type Connection, liveConnection } from '../../queries/connection';
import { connections } from '../../schema/connections';
import { syncRuns } from '../../schema/sync-runs';
import type { Tx } from '../../scope';

/** Lines of its log that a run keeps. */
const MOST_LINES = 200;

/** The hour of the day whose run reads everything. */
const FULL_AT = 6;

const NOT_FOLLOWED = 'It was reading books that these follow no more.';

/** A run as it stands. */
export type SyncRun = Pick<typeof syncRuns.$inferSelect, 'id' | 'kind' | 'step' | 'cursor'>;

/** Begins a run, or takes up the one of this id where it stopped. @throws SourceError `refused` when it read books that are followed no more. */
export async function beginSync(
  tx: Tx,
  { id, cursors }: Pick<Connection, 'id' | 'cursors'>,
  run: { readonly id: string; readonly slot: number },
): Promise<SyncRun> {
  const isFull = run.slot === FULL_AT || Object.keys(cursors).length === 0 || !(await wasReadWhole(tx, id));
  const kind: SyncKind = isFull ? 'full' : 'changes';
  await tx.insert(syncRuns).values({ id: run.id, connectionId: id, kind }).onConflictDoNothing();
  const [found] = await tx
    .select({
      id: syncRuns.id,
      kind: syncRuns.kind,
      step: syncRuns.step,
      cursor: syncRuns.cursor,
      connectionId: syncRuns.connectionId,
    })
    .from(syncRuns)
    .where(eq(syncRuns.id, run.id));
  if (!found) throw new Error('the run was not kept');
  if (found.connectionId !== id) throw new SourceError('refused', NOT_FOLLOWED);
  return found;
}

/** Goes on only while books are followed. @throws SourceError `refused` once they were disconnected. */
export async function assertFollowed(tx: Tx, connectionId: string): Promise<void> {
  if ((await liveConnection(tx))?.id !== connectionId) throw new SourceError('refused', NOT_FOLLOWED);
}

/** Whether everything was read since the last time that it is due: where no worker ran then, the next run makes up for it. */
async function wasReadWhole(tx: Tx, connectionId: string): Promise<boolean> {
  const since = sql`select (date_trunc('day', (now() at time zone o.time_zone) - ${FULL_AT}::int * interval '1 hour')
    + ${FULL_AT}::int * interval '1 hour') at time zone o.time_zone from organizations o`;
  const [found] = await tx
    .select({ id: syncRuns.id })
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.connectionId, connectionId),
        eq(syncRuns.kind, 'full'),
        isNotNull(syncRuns.totals),
        sql`${syncRuns.endedAt} >= (${since})`,
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Notes at which step a run is, and where within it it goes on. */
export async function enterStep(
  tx: Tx,
  runId: string,
  step: SyncStep,
  cursor: SyncRun['cursor'],
): Promise<void> {
  await tx.update(syncRuns).set({ step, cursor }).where(eq(syncRuns.id, runId));
}

/** Adds to what a run did, in the transaction that did it. */
export async function addCounts(tx: Tx, runId: string, counts: SyncCounts): Promise<void> {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (some.length === 0) return;
  const sums = some.map(
    ([name, count]) => sql`${name}::text, coalesce((counts->>${name})::bigint, 0) + ${count}::bigint`,
  );
  await tx
    .update(syncRuns)
    .set({ counts: sql`counts || jsonb_build_object(${sql.join(sums, sql`, `)})` })
    .where(eq(syncRuns.id, runId));
}

/** Adds a line to the log of a run. */
export async function logSync(tx: Tx, runId: string, text: string): Promise<void> {
  const line = sql`jsonb_build_object('at', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'text', ${text}::text)`;
  await tx
    .update(syncRuns)
    .set({
      log: sql`case when jsonb_array_length(log) < ${MOST_LINES}::int then log || ${line} else log end`,
    })
    .where(eq(syncRuns.id, runId));
}

/** Says what keeps a connection from working until somebody puts it right; null: it works. */
export async function setProblem(tx: Tx, connectionId: string, problem: string | null): Promise<void> {
  await tx
    .update(connections)
    .set({ problem })
    .where(and(eq(connections.id, connectionId), isNull(connections.endedAt)));
}
