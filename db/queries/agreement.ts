import { type Agreement, agreementIn } from '@/lib/sources/agreement';
import type { Tx } from '../scope';
import { liveConnection } from './connection';
import { lastSync } from './sync-runs';

/** Whether these books agreed in a currency with those that they follow, when that was looked at last; null when it never was. */
export async function agreementOf(tx: Tx, currency: string): Promise<Agreement | null> {
  const connection = await liveConnection(tx);
  if (!connection) return null;
  return agreementIn(await lastSync(tx, connection.id), { system: connection.system, currency });
}
