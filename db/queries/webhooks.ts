import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { DeliveryState, WebhookEvent } from '@/lib/webhooks/events';
import { isDeliveryDue } from '../commands/claim-delivery';
import { activityHeads } from '../schema/activity';
import { organizations } from '../schema/organizations';
import { webhookDeliveries, webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';

/** An address that is told what happens. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
  /** Deliveries that wait, and that were given up. */
  readonly waiting: number;
  readonly dead: number;
}

/** The webhooks of the business, or the one of an id, the newest first. */
export function webhookList(tx: Tx, id?: string): Promise<Webhook[]> {
  const of = (when: SQL) =>
    sql<number>`(select count(*)::int from ${webhookDeliveries} d where d.endpoint_id = webhook_endpoints.id and ${when})`;
  return tx
    .select({
      id: webhookEndpoints.id,
      url: webhookEndpoints.url,
      events: webhookEndpoints.events,
      createdAt: webhookEndpoints.createdAt,
      pausedAt: webhookEndpoints.pausedAt,
      waiting: of(sql`d.state in ('queued', 'sending')`),
      dead: of(sql`d.state = 'dead'`),
    })
    .from(webhookEndpoints)
    .where(
      and(isNull(webhookEndpoints.removedAt), id === undefined ? undefined : eq(webhookEndpoints.id, id)),
    )
    .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id));
}

/** One event on its way to an endpoint, or there. */
export interface Delivery {
  readonly id: string;
  readonly event: WebhookEvent | 'test';
  readonly eventId: string;
  readonly happenedAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: string | null;
  /** When it is tried next, while it waits. */
  readonly sendAfter: Date;
  readonly endedAt: Date | null;
  readonly body: string | null;
}

/** Deliveries to an endpoint, the newest first; `nextBefore` is where the page after it begins, null on the last. */
export async function deliveryPage(
  tx: Tx,
  page: { readonly endpointId: string; readonly before: string | null; readonly limit: number },
): Promise<{ rows: Delivery[]; nextBefore: string | null }> {
  const { createdAt, id } = webhookDeliveries;
  const older =
    page.before === null
      ? undefined
      : sql`(${createdAt}, ${id}) < (select b.created_at, b.id from ${webhookDeliveries} b where b.id = ${page.before})`;
  const found = await tx
    .select({
      id,
      event: webhookDeliveries.event,
      eventId: webhookDeliveries.eventId,
      happenedAt: webhookDeliveries.happenedAt,
      state: webhookDeliveries.state,
      attempts: webhookDeliveries.attempts,
      status: webhookDeliveries.status,
      problem: webhookDeliveries.problem,
      sendAfter: webhookDeliveries.sendAfter,
      endedAt: webhookDeliveries.endedAt,
      body: webhookDeliveries.body,
    })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.endpointId, page.endpointId), older))
    .orderBy(desc(createdAt), desc(id))
    .limit(page.limit + 1);
  const rows = found.slice(0, page.limit);
  return { rows, nextBefore: found.length > page.limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Endpoints of any business that something may have happened for, and the business of each. For the worker. */
export function webhooksBehind(tx: Tx) {
  return tx
    .select({ endpointId: webhookEndpoints.id, org: organizations })
    .from(webhookEndpoints)
    .innerJoin(activityHeads, eq(activityHeads.orgId, webhookEndpoints.orgId))
    .innerJoin(organizations, eq(organizations.id, webhookEndpoints.orgId))
    .where(
      and(
        isNull(webhookEndpoints.pausedAt),
        isNull(webhookEndpoints.removedAt),
        sql`(${activityHeads.sequence} > ${webhookEndpoints.seenSequence} or ${activityHeads.recordedAt} > ${webhookEndpoints.seenAt})`,
      ),
    );
}

/** The businesses that have deliveries to send now. For the worker. */
export function businessesWithDeliveries(tx: Tx) {
  return tx
    .select()
    .from(organizations)
    .where(
      sql`exists (${tx
        .select({ one: sql`1` })
        .from(webhookDeliveries)
        .where(
          and(
            eq(webhookDeliveries.orgId, organizations.id),
            inArray(webhookDeliveries.state, ['queued', 'sending']),
            isDeliveryDue,
          ),
        )})`,
    );
}
