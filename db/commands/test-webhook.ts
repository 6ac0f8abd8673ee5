import type { StaffActor } from '@/lib/actor';
import { uuid7 } from '@/lib/uuid';
import { webhookDeliveries } from '../schema/webhooks';
import type { Tx } from '../scope';
import { lockWebhook } from './lock-webhook';
import { recordActivity } from './record-activity';

/** Sends an event `test` to an endpoint, so that its receiver can be tried. @throws Refusal `not_found`. */
export async function testWebhook(
  tx: Tx,
  actor: StaffActor,
  { id }: { readonly id: string },
): Promise<{ url: string; deliveryId: string }> {
  const { url } = await lockWebhook(tx, id);
  const deliveryId = uuid7();
  await tx.insert(webhookDeliveries).values({
    id: deliveryId,
    endpointId: id,
    eventId: uuid7(),
    event: 'test',
    objectId: id,
    happenedAt: new Date(),
  });
  const deed = { verb: 'webhook_tested', objectKind: 'webhook', objectId: id };
  await recordActivity(tx, actor, { ...deed, after: { url } });
  return { url, deliveryId };
}
