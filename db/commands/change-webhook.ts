import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { WebhookEvent } from '@/lib/webhooks/events';
import { webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';
import { assertUrl } from './create-webhook';
import { lockWebhook } from './lock-webhook';
import { recordActivity } from './record-activity';

/** What is changed about an endpoint; what is left out stays. */
export interface ChangeWebhook {
  readonly id: string;
  readonly url?: string;
  readonly events?: readonly WebhookEvent[];
  /** While it is true nothing is sent; what happened meanwhile is sent afterwards. */
  readonly paused?: boolean;
}

/** Changes where deliveries go, what is told, and whether it is told now. @throws Refusal `not_found`, `invalid`. */
export async function changeWebhook(
  tx: Tx,
  actor: StaffActor,
  { id, url, events, paused }: ChangeWebhook,
): Promise<{ url: string }> {
  const before = await lockWebhook(tx, id);
  if (url !== undefined) assertUrl(url);
  const after = { url: url ?? before.url, events: events ? [...new Set(events)] : before.events };
  const isPaused = paused ?? before.pausedAt !== null;
  const pausedAt = isPaused ? (before.pausedAt ?? sql`now()`) : null;
  await tx
    .update(webhookEndpoints)
    .set({ ...after, pausedAt })
    .where(eq(webhookEndpoints.id, id));
  const deed = { objectKind: 'webhook', objectId: id, after };
  if (url !== undefined || events !== undefined)
    await recordActivity(tx, actor, {
      ...deed,
      verb: 'webhook_changed',
      before: { url: before.url, events: before.events },
    });
  if (isPaused !== (before.pausedAt !== null))
    await recordActivity(tx, actor, { ...deed, verb: isPaused ? 'webhook_paused' : 'webhook_resumed' });
  return { url: after.url };
}
