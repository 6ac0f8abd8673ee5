import { desc, eq } from 'drizzle-orm';
import { STALE_HOURS } from '@/lib/sources/sync';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';
import { liveConnection } from './connection';
import { lastSync, lastSyncAt, syncBars } from './sync-runs';

/** How the sync stands, for a strip above figures; null when these books follow no others. */
export async function syncState(tx: Tx) {
  const connection = await liveConnection(tx);
  if (!connection) return null;
  const last = await lastSync(tx, connection.id);
  const [newest] = await tx
    .select({ state: jobRuns.state, problem: jobRuns.problem })
    .from(jobRuns)
    .where(eq(jobRuns.job, 'sync'))
    .orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
    .limit(1);
  return {
    system: connection.system,
    problem: connection.problem ?? newest?.problem ?? null,
    isRunning: newest?.state === 'running',
    last,
    isStale: isOld(last?.endedAt ?? null),
    bars: await syncBars(tx),
  };
}

/** When both books were compared last, for the foot of the menu; null when these books follow no others. */
export async function syncedAt(tx: Tx): Promise<{ at: Date | null; isDoubtful: boolean } | null> {
  const connection = await liveConnection(tx);
  if (!connection) return null;
  const at = await lastSyncAt(tx, connection.id);
  return { at, isDoubtful: connection.problem !== null || isOld(at) };
}

function isOld(at: Date | null): boolean {
  return at === null || Date.now() - at.getTime() > STALE_HOURS * 3_600_000;
}

/** How the sync stands, as a value. */
export type SyncState = NonNullable<Awaited<ReturnType<typeof syncState>>>;
