import { and, eq, inArray, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { webhookDeliveries, webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';
import { lockWebhook } from './lock-webhook';
import { recordActivity } from './record-activity';

/** Tells an address nothing any more; what still waited for it is given up. @throws Refusal `not_found`. */
export async function removeWebhook(
  tx: Tx,
  actor: StaffActor,
  { id }: { readonly id: string },
): Promise<{ url: string }> {
  const { url, events } = await lockWebhook(tx, id);
  await tx.update(webhookEndpoints).set({ removedAt: sql`now()` }).where(eq(webhookEndpoints.id, id));
  await tx
    .update(webhookDeliveries)
    .set({ state: 'dead', problem: 'The webhook was removed.', endedAt: sql`now()` })
    .where(
      and(eq(webhookDeliveries.endpointId, id), inArray(webhookDeliveries.state, ['queued', 'sending'])),
    );
  const deed = { verb: 'webhook_removed', objectKind: 'webhook', objectId: id };
  await recordActivity(tx, actor, { ...deed, before: { url, events } });
  return { url };
}
