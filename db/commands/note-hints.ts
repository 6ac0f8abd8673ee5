import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { WebhookHint } from '@/lib/sources/webhook';
import { insertRows } from '../insert-rows';
import { sourceHints } from '../schema/source-rows';
import type { Tx } from '../scope';
import { queueSync } from './sync/queue-sync';

/**
 * Notes rows that the service says have changed, and has them asked for. However often and in whatever order it says so, each is asked for
 * as it is by then.
 */
export async function noteHints(
  tx: Tx,
  actor: StaffActor,
  { connectionId, hints }: { readonly connectionId: string; readonly hints: readonly WebhookHint[] },
): Promise<void> {
  const rows = hints.flatMap(({ object, ids }) =>
    [...new Set(ids)].map((sourceId) => ({ connectionId, object, sourceId })),
  );
  if (rows.length === 0) return;
  await insertRows(tx, sourceHints, rows, ['orgId', 'connectionId', 'object', 'sourceId']);
  // A hint that was noted before stays new: a run that is asking for it right now may have asked too early.
  await tx.execute(sql`update source_hints h set noted_at = now() from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (object text, "sourceId" text) where h.connection_id = ${connectionId} and h.object = r.object and h.source_id = r."sourceId"`);
  await queueSync(tx, actor);
}
