import { sql } from 'drizzle-orm';
import { webhookDeliveries } from '../schema/webhooks';
import type { Tx } from '../scope';

/** Forgets deliveries that ended 90 days ago. For the worker, of every business. Answers how many. */
export async function pruneDeliveries(tx: Tx): Promise<number> {
  const gone = await tx
    .delete(webhookDeliveries)
    .where(sql`${webhookDeliveries.endedAt} < now() - interval '90 days'`)
    .returning({ id: webhookDeliveries.id });
  return gone.length;
}
