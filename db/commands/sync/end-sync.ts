import { eq, max, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { SourceObject } from '@/lib/sources/facts';
import type { SyncCounts } from '@/lib/sources/sync';
import type { Connection } from '../../queries/connection';
import { syncTotals } from '../../queries/sync-totals';
import { connections } from '../../schema/connections';
import { sourceRows } from '../../schema/source-rows';
import { syncRuns } from '../../schema/sync-runs';
import type { Tx } from '../../scope';
import { recordActivity } from '../record-activity';

/** Ends a run: compares what both books say is owed, and notes from where the next reads on. Answers what the run did. */
export async function endSync(
  tx: Tx,
  actor: StaffActor,
  { connection, runId }: { readonly connection: Connection; readonly runId: string },
): Promise<SyncCounts> {
  const totals = await syncTotals(tx, connection.id);
  const [aside] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from source_rows where connection_id = ${connection.id} and state = 'quarantined'`);
  const [run] = await tx
    .update(syncRuns)
    .set({
      totals,
      counts: sql`counts || jsonb_build_object('setAside', ${aside?.count ?? 0}::int)`,
      endedAt: sql`now()`,
    })
    .where(eq(syncRuns.id, runId))
    .returning({ counts: syncRuns.counts, startedAt: syncRuns.startedAt });
  if (!run) throw new Error('the run is gone');
  const { counts } = run;
  const cursors = JSON.stringify(await latestChanges(tx, connection.id, run.startedAt));
  const before = JSON.stringify(connection.cursors);
  await tx
    .update(connections)
    .set({
      // Whoever wanted everything read again while this run was under way gets that from the next.
      cursors: sql`case when cursors = ${before}::jsonb then ${cursors}::jsonb else cursors end`,
      problem: null,
    })
    .where(eq(connections.id, connection.id));
  const { customers = 0, posted = 0, reversed = 0, applied = 0, taken = 0 } = counts;
  if (customers + posted + reversed + applied + taken > 0)
    await recordActivity(tx, actor, {
      verb: 'books_synced',
      objectKind: 'connection',
      objectId: connection.id,
      after: { system: connection.system, ...counts },
    });
  return counts;
}

/**
 * The latest change of each list that was read, and none after the run began: a row that was asked for by itself says nothing of those
 * that changed before it, and a clock elsewhere may be wrong.
 */
async function latestChanges(
  tx: Tx,
  connectionId: string,
  startedAt: Date,
): Promise<Partial<Record<SourceObject, string>>> {
  const rows = await tx
    .select({ object: sourceRows.object, at: max(sourceRows.changedThereAt) })
    .from(sourceRows)
    .where(eq(sourceRows.connectionId, connectionId))
    .groupBy(sourceRows.object);
  return Object.fromEntries(
    rows.flatMap(({ object, at }) => (at ? [[object, (at < startedAt ? at : startedAt).toISOString()]] : [])),
  );
}
