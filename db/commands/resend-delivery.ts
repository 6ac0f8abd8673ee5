import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { webhookDeliveries } from '../schema/webhooks';
import type { Tx } from '../scope';
import { lockWebhook } from './lock-webhook';
import { recordActivity } from './record-activity';

/**
 * Sends a delivery once more, with all its attempts again. Its event id stays, so that its receiver knows what it took already.
 * @throws Refusal `not_found`, also when its endpoint was removed; `already_posted` while it is on its way.
 */
export async function resendDelivery(
  tx: Tx,
  actor: StaffActor,
  { deliveryId }: { readonly deliveryId: string },
): Promise<{ event: string; url: string }> {
  const [found] = await tx
    .select({ endpointId: webhookDeliveries.endpointId })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.id, deliveryId));
  if (!found) throw new Refusal('not_found', 'That delivery does not exist.');
  const { url } = await lockWebhook(tx, found.endpointId);
  const [delivery] = await tx
    .select({ event: webhookDeliveries.event, state: webhookDeliveries.state })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.id, deliveryId))
    .for('update');
  if (delivery?.state === 'sending' || !delivery)
    throw new Refusal('already_posted', 'It is on its way at this moment. Look again in a minute.');
  await tx
    .update(webhookDeliveries)
    .set({ state: 'queued', attempts: 0, sendAfter: sql`now()`, endedAt: null, problem: null, status: null })
    .where(eq(webhookDeliveries.id, deliveryId));
  const { event } = delivery;
  const deed = { verb: 'webhook_resent', objectKind: 'webhook', objectId: found.endpointId };
  await recordActivity(tx, actor, { ...deed, after: { url, event } });
  return { event, url };
}
