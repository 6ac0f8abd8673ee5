import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { webhookDeliveries, webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';

/** A delivery that a worker has taken upon itself, with where it goes and what it is signed with, sealed. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly event: (typeof webhookDeliveries.$inferSelect)['event'];
  readonly objectId: string;
  readonly happenedAt: Date;
  readonly body: string | null;
  readonly attempts: number;
  readonly url: string;
  readonly secrets: readonly string[];
}

/** Deliveries whose time has come, and those whose worker has not been heard of for longer than any attempt takes. */
export const isDeliveryDue = or(
  and(eq(webhookDeliveries.state, 'queued'), lte(webhookDeliveries.sendAfter, sql`now()`)),
  and(
    eq(webhookDeliveries.state, 'sending'),
    lt(webhookDeliveries.claimedAt, sql`now() - interval '60 seconds'`),
  ),
);

/** Takes the next delivery upon the worker that asks; null when there is none, or others hold them all. What is paused waits. */
export async function claimDelivery(tx: Tx): Promise<ClaimedDelivery | null> {
  const [next] = await tx
    .select({
      id: webhookDeliveries.id,
      url: webhookEndpoints.url,
      secret: webhookEndpoints.secret,
      previousSecret: webhookEndpoints.previousSecret,
      isPreviousKnown: sql<boolean>`coalesce(${webhookEndpoints.previousUntil} > now(), false)`,
    })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(
      and(
        inArray(webhookDeliveries.state, ['queued', 'sending']),
        isDeliveryDue,
        isNull(webhookEndpoints.removedAt),
        or(isNull(webhookEndpoints.pausedAt), eq(webhookDeliveries.event, 'test')),
      ),
    )
    .orderBy(asc(webhookDeliveries.sendAfter), asc(webhookDeliveries.happenedAt), asc(webhookDeliveries.id))
    .limit(1)
    .for('update', { of: webhookDeliveries, skipLocked: true });
  if (!next) return null;
  const [claimed] = await tx
    .update(webhookDeliveries)
    .set({ state: 'sending', attempts: sql`${webhookDeliveries.attempts} + 1`, claimedAt: sql`now()` })
    .where(eq(webhookDeliveries.id, next.id))
    .returning({
      id: webhookDeliveries.id,
      eventId: webhookDeliveries.eventId,
      event: webhookDeliveries.event,
      objectId: webhookDeliveries.objectId,
      happenedAt: webhookDeliveries.happenedAt,
      body: webhookDeliveries.body,
      attempts: webhookDeliveries.attempts,
    });
  if (!claimed) return null;
  const previous = next.isPreviousKnown && next.previousSecret !== null ? [next.previousSecret] : [];
  return { ...claimed, url: next.url, secrets: [next.secret, ...previous] };
}
