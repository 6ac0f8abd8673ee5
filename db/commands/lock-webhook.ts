import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';

/** Holds an endpoint until the transaction ends. @throws Refusal `not_found` when there is none, or it was removed. */
export async function lockWebhook(tx: Tx, id: string) {
  const [found] = await tx
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), isNull(webhookEndpoints.removedAt)))
    .for('update');
  if (!found) throw new Refusal('not_found', 'That webhook does not exist.');
  return found;
}
