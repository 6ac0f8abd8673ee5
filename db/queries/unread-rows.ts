import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { SourceObject } from '@/lib/sources/facts';
import { sourceHints, sourceRows } from '../schema/source-rows';
import type { Tx } from '../scope';

/** Rows looked after at once. */
const AT_ONCE = 100;

interface Asked {
  readonly connectionId: string;
  readonly runId: string;
  readonly object: SourceObject;
}

/** Rows that a run which read the whole list did not meet: gone, or slipped past. Some of them; `missing` and `known` count all. */
export async function rowsNotMet(
  tx: Tx,
  { connectionId, runId, object }: Asked,
): Promise<{ ids: string[]; missing: number; known: number }> {
  const there = and(
    eq(sourceRows.connectionId, connectionId),
    eq(sourceRows.object, object),
    isNull(sourceRows.goneAt),
  );
  const notMet = ne(sourceRows.readBy, runId);
  const [counts] = await tx
    .select({
      known: sql<number>`count(*)::int`,
      missing: sql<number>`(count(*) filter (where ${notMet}))::int`,
    })
    .from(sourceRows)
    .where(there);
  const rows = await tx
    .select({ id: sourceRows.sourceId })
    .from(sourceRows)
    .where(and(there, notMet))
    .orderBy(asc(sourceRows.sourceId))
    .limit(AT_ONCE);
  return { ids: rows.map(({ id }) => id), missing: counts?.missing ?? 0, known: counts?.known ?? 0 };
}

/** Rows that the service said have changed. Some of them; `until` is the instant at which they were looked up, by the clock of the database. */
export async function hintedRows(
  tx: Tx,
  connectionId: string,
  object: SourceObject,
): Promise<{ ids: string[]; until: string | null }> {
  const rows = await tx
    .select({ id: sourceHints.sourceId, now: sql<string>`now()::text` })
    .from(sourceHints)
    .where(and(eq(sourceHints.connectionId, connectionId), eq(sourceHints.object, object)))
    .orderBy(asc(sourceHints.sourceId))
    .limit(AT_ONCE);
  return { ids: rows.map(({ id }) => id), until: rows[0]?.now ?? null };
}
