import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { DeliveryState, WebhookEvent } from '@/lib/webhooks/events';
import { id, instant, orgId } from './columns';

/** An address of another program that is told what happens here, and how far it has been told. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    orgId: orgId(),
    url: text('url').notNull(),
    events: text('events').array().$type<WebhookEvent[]>().notNull(),
    /** What deliveries are signed with, sealed by this installation. */
    secret: text('secret').notNull(),
    /** The secret before it, sealed: deliveries carry its signature too until `previousUntil`. */
    previousSecret: text('previous_secret'),
    previousUntil: instant('previous_until'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Since when nothing is sent; what happens meanwhile waits. */
    pausedAt: instant('paused_at'),
    /** Since when it is gone; its deliveries stay. */
    removedAt: instant('removed_at'),
    /** The last activity and the last instant of the ledger whose events are among its deliveries. */
    seenSequence: bigint('seen_sequence', { mode: 'number' }).notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [unique('webhook_endpoints_org_id').on(t.orgId, t.id)],
);

/** One event for one endpoint: sent until its receiver takes it, or given up. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    orgId: orgId(),
    endpointId: uuid('endpoint_id').notNull(),
    /** The same for every endpoint and every attempt: what a receiver knows a repeat by. */
    eventId: uuid('event_id').notNull(),
    event: text('event').$type<WebhookEvent | 'test'>().notNull(),
    /** The invoice, customer, promise or whatever it is about. */
    objectId: uuid('object_id').notNull(),
    happenedAt: instant('happened_at').notNull(),
    /** What is sent, written with the first attempt; null until then. */
    body: text('body'),
    state: text('state').$type<DeliveryState>().notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this instant; the next attempt after a failure. */
    sendAfter: instant('send_after').notNull().defaultNow(),
    /** When a worker took it upon itself; null while none has. */
    claimedAt: instant('claimed_at'),
    /** What the receiver answered last, such as 200; null when nothing came back. */
    status: integer('status'),
    /** Why it did not arrive; null when it did, or was not tried. */
    problem: text('problem'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('webhook_deliveries_event').on(t.orgId, t.endpointId, t.eventId),
    foreignKey({
      name: 'webhook_deliveries_of',
      columns: [t.orgId, t.endpointId],
      foreignColumns: [webhookEndpoints.orgId, webhookEndpoints.id],
    }),
    index('webhook_deliveries_log').on(t.orgId, t.endpointId, t.createdAt, t.id),
    index('webhook_deliveries_due').on(t.sendAfter).where(sql`state in ('queued', 'sending')`),
    index('webhook_deliveries_ended').on(t.endedAt),
  ],
);
