import { count, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { seal } from '@/lib/seal';
import { uuid7 } from '@/lib/uuid';
import type { WebhookEvent } from '@/lib/webhooks/events';
import { newWebhookSecret } from '@/lib/webhooks/signature';
import { faultOfWebhookUrl } from '@/lib/webhooks/url';
import { activityHeads } from '../schema/activity';
import { webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Addresses of a business that are told at once. */
const MOST = 10;
/** What secrets of webhooks are sealed for. */
export const WEBHOOK_PURPOSE = 'webhook';

/** Where deliveries go, and what is told there. */
export interface CreateWebhook {
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/**
 * Tells an address what happens from now on. The secret that deliveries are signed with is returned here and can never be read again.
 * @throws Refusal `invalid` for an address that nothing may be sent to, for too many, and for sample books.
 */
export async function createWebhook(
  tx: Tx,
  actor: StaffActor,
  { url, events }: CreateWebhook,
): Promise<{ id: string; secret: string }> {
  assertUrl(url);
  if (actor.org.isSample) throw new Refusal('invalid', 'Sample books tell nobody anything.', 'url');
  const id = uuid7();
  const deed = { verb: 'webhook_created', objectKind: 'webhook', objectId: id, after: { url, events } };
  // First here: from then on nobody else's deed of this business can come between the end of its chain and the endpoint.
  await recordActivity(tx, actor, deed);
  const [others] = await tx
    .select({ count: count() })
    .from(webhookEndpoints)
    .where(isNull(webhookEndpoints.removedAt));
  if (others && others.count >= MOST)
    throw new Refusal('invalid', `There are ${MOST} webhooks. Remove one first.`, 'url');
  const [head] = await tx.select({ sequence: activityHeads.sequence }).from(activityHeads);
  if (!head) throw new Error('there is no end of the chain');
  const secret = newWebhookSecret();
  await tx.insert(webhookEndpoints).values({
    id,
    url,
    events: [...new Set(events)],
    secret: seal(secret, WEBHOOK_PURPOSE),
    createdBy: actor.userId,
    seenSequence: head.sequence,
    seenAt: sql`(select coalesce(recorded_at, '-infinity') from ${activityHeads})`,
  });
  return { id, secret };
}

/** @throws Refusal `invalid` for an address that nothing may be sent to. */
export function assertUrl(url: string): void {
  const fault = faultOfWebhookUrl(url);
  if (fault !== null) throw new Refusal('invalid', fault, 'url');
}
