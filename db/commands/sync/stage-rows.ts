import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SourceObject } from '@/lib/sources/facts';
import type { SourceRow } from '@/lib/sources/source';
import type { FetchCursor } from '@/lib/sources/sync';
import { sourceHints, sourceRows } from '../../schema/source-rows';
import { syncRuns } from '../../schema/sync-runs';
import type { Tx } from '../../scope';
import { addCounts } from './sync-progress';

/** For whom rows are kept: a connection, and the run that read them. */
export interface Reader {
  readonly connectionId: string;
  readonly runId: string;
}

/** Keeps rows as they are elsewhere now. Those that are no news stay what they were. */
export async function stageRows(
  tx: Tx,
  { connectionId, runId }: Reader,
  rows: readonly SourceRow[],
): Promise<void> {
  const kept = new Map(rows.map((row) => [`${row.object} ${row.id}`, stored(row)]));
  // A page begins with the last row of the one before: it is read once.
  const again = await alreadyRead(tx, { connectionId, runId }, [...kept.values()]);
  const isNews = sql`(source_rows.print <> excluded.print or source_rows.gone_at is not null)`;
  const changed = await tx.execute<{ news: boolean }>(sql`
    insert into source_rows (connection_id, object, source_id, raw, print, changed_there_at, read_by)
    select ${connectionId}::uuid, object, source_id, raw, print, changed_there_at, ${runId}::uuid
    from jsonb_to_recordset(${JSON.stringify([...kept.values()])}::jsonb) as r (object text, source_id text, raw jsonb, print text, changed_there_at timestamptz)
    on conflict (org_id, connection_id, object, source_id) do update set
      raw = excluded.raw, print = excluded.print, changed_there_at = excluded.changed_there_at, read_by = excluded.read_by, gone_at = null,
      state = case when ${isNews} then 'new' else source_rows.state end,
      reason = case when ${isNews} then null else source_rows.reason end,
      changed_at = case when ${isNews} then now() else source_rows.changed_at end
    returning changed_at = now() as news`);
  await addCounts(tx, runId, { read: kept.size - again, changed: changed.filter(({ news }) => news).length });
}

async function alreadyRead(
  tx: Tx,
  { connectionId, runId }: Reader,
  rows: readonly object[],
): Promise<number> {
  const [found] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from source_rows s
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (object text, source_id text) using (object, source_id)
    where s.connection_id = ${connectionId} and s.read_by = ${runId}`);
  return found?.count ?? 0;
}

function stored({ object, id, raw, updatedAt }: SourceRow) {
  const at = updatedAt === null ? Number.NaN : Date.parse(updatedAt);
  const changed = Number.isNaN(at) ? null : new Date(at).toISOString();
  const print = createHash('sha256').update(JSON.stringify(raw)).digest('hex');
  return { object, source_id: id, raw, print, changed_there_at: changed };
}

/** Notes where the reading of lists goes on, with the page that was kept. */
export async function keepCursor(tx: Tx, runId: string, cursor: FetchCursor): Promise<void> {
  await tx.update(syncRuns).set({ cursor }).where(eq(syncRuns.id, runId));
}

/** Notes that rows are gone elsewhere: what stands for them is to be reversed. Rows that nobody knows are left alone. */
export async function markGone(
  tx: Tx,
  { connectionId, runId }: Reader,
  object: SourceObject,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx
    .update(sourceRows)
    .set({ goneAt: sql`now()`, state: 'new', reason: null, readBy: runId, changedAt: sql`now()` })
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        eq(sourceRows.object, object),
        inArray(sourceRows.sourceId, [...ids]),
        sql`${sourceRows.goneAt} is null`,
      ),
    )
    .returning({ id: sourceRows.sourceId });
  await addCounts(tx, runId, { gone: gone.length });
}

/** Lets go of hints that were followed; what was said since is kept. */
export async function dropHints(
  tx: Tx,
  connectionId: string,
  object: SourceObject,
  { ids, until }: { readonly ids: readonly string[]; readonly until: string },
): Promise<void> {
  await tx
    .delete(sourceHints)
    .where(
      and(
        eq(sourceHints.connectionId, connectionId),
        eq(sourceHints.object, object),
        inArray(sourceHints.sourceId, [...ids]),
        sql`${sourceHints.notedAt} <= ${until}::timestamptz`,
      ),
    );
}
