import { z } from 'zod';
import { changeWebhook } from '@/db/commands/change-webhook';
import { createWebhook } from '@/db/commands/create-webhook';
import { removeWebhook } from '@/db/commands/remove-webhook';
import { testWebhook } from '@/db/commands/test-webhook';
import { type Delivery, deliveryPage, type Webhook, webhookList } from '@/db/queries/webhooks';
import { Refusal } from '@/lib/refusal';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/events';
import { readIdCursor, writeCursor } from '../_api/cursor';
import { Page, readId } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { listOf } from './collection-lists';

const Events = z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length);
const Url = z.string().trim().min(1).max(2_000);

const Endpoint = z.object({
  webhook_endpoint_id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  paused: z.boolean().meta({ description: 'Nothing is sent; what happens meanwhile waits.' }),
  waiting_count: z.int(),
  dead_count: z.int().meta({ description: 'Deliveries that were given up.' }),
  created_at: z.string(),
});

const DeliveryShape = z.object({
  delivery_id: z.uuid(),
  event_id: z.uuid().meta({ description: 'What a receiver knows a repeat by.' }),
  event: z.enum([...WEBHOOK_EVENTS, 'test']),
  happened_at: z.string(),
  state: z.enum(['queued', 'sending', 'sent', 'dead']),
  attempts: z.int(),
  status: z.int().nullable().meta({ description: 'What the receiver answered last.' }),
  problem: z.string().nullable(),
  next_attempt_at: z.string().nullable(),
  ended_at: z.string().nullable(),
});

/** Where deliveries go. */
export const listWebhookEndpoints = reading({
  id: 'listWebhookEndpoints',
  path: '/webhook-endpoints',
  summary: 'Addresses that are told what happens, the newest first: ten at most.',
  may: 'webhooks:read',
  query: z.strictObject({}),
  answer: listOf(Endpoint),
  run: async ({ tx }) => ({
    body: { data: (await webhookList(tx)).map(writeEndpoint), next_cursor: null },
    next: null,
  }),
});

/** Tells another address. */
export const createWebhookEndpoint = writing({
  id: 'createWebhookEndpoint',
  path: '/webhook-endpoints',
  summary:
    'Tells an address what happens from now on. Deliveries are signed: Dueline-Signature: t=<seconds>,v1=<HMAC-SHA256 of "t.body">.',
  may: 'organization:manage',
  status: 201,
  body: z.strictObject({ url: Url, events: Events }),
  answer: Endpoint.extend({
    secret: z.string().nullable().meta({
      description:
        'What deliveries are signed with: shown this once, null when the same request is repeated.',
    }),
  }),
  run: async (call, body) => {
    const { id, secret } = await createWebhook(call.tx, call.actor, body);
    return { body: { ...(await endpointOf(call, id)), secret: null }, shownOnce: { secret } };
  },
});

/** Changes an endpoint. */
export const updateWebhookEndpoint = writing({
  id: 'updateWebhookEndpoint',
  method: 'PATCH',
  path: '/webhook-endpoints/{id}',
  summary: 'Changes where deliveries go, what is told, or pauses them: what happens meanwhile waits.',
  may: 'organization:manage',
  body: z.strictObject({ url: Url, events: Events, paused: z.boolean() }).partial(),
  answer: Endpoint,
  run: async (call, { url, events, paused }, { id }) => {
    await changeWebhook(call.tx, call.actor, {
      id: readId(id),
      ...(url === undefined ? {} : { url }),
      ...(events === undefined ? {} : { events }),
      ...(paused === undefined ? {} : { paused }),
    });
    return { body: await endpointOf(call, readId(id)) };
  },
});

/** Removes an endpoint. */
export const deleteWebhookEndpoint = writing({
  id: 'deleteWebhookEndpoint',
  method: 'DELETE',
  path: '/webhook-endpoints/{id}',
  summary: 'Tells an address nothing any more; what still waited for it is given up.',
  may: 'organization:manage',
  body: z.strictObject({}),
  answer: z.object({ webhook_endpoint_id: z.uuid() }),
  run: async ({ tx, actor }, _body, { id }) => {
    await removeWebhook(tx, actor, { id: readId(id) });
    return { body: { webhook_endpoint_id: readId(id) } };
  },
});

/** Tries an endpoint. */
export const testWebhookEndpoint = writing({
  id: 'testWebhookEndpoint',
  path: '/webhook-endpoints/{id}/test',
  summary: 'Sends an event "test", also while it is paused.',
  may: 'organization:manage',
  body: z.strictObject({}),
  answer: z.object({ delivery_id: z.uuid() }),
  run: async ({ tx, actor }, _body, { id }) => ({
    body: { delivery_id: (await testWebhook(tx, actor, { id: readId(id) })).deliveryId },
  }),
});

/** What was sent to an endpoint. */
export const listWebhookDeliveries = reading({
  id: 'listWebhookDeliveries',
  path: '/webhook-endpoints/{id}/deliveries',
  summary: 'What was sent to an address or waits for it, the newest first; of the last 90 days.',
  may: 'webhooks:read',
  query: z.strictObject(Page),
  answer: listOf(DeliveryShape),
  run: async (call, { limit, cursor }, params) => {
    const endpointId = readId(params.id);
    await endpointOf(call, endpointId);
    const page = { endpointId, before: readIdCursor(cursor), limit };
    const { rows, nextBefore } = await deliveryPage(call.tx, page);
    const next = writeCursor(nextBefore === null ? null : [nextBefore]);
    return { body: { data: rows.map(writeDelivery), next_cursor: next }, next };
  },
});

async function endpointOf({ tx }: Call, id: string) {
  const [found] = await webhookList(tx, id);
  if (!found) throw new Refusal('not_found', 'That webhook does not exist.');
  return writeEndpoint(found);
}

function writeEndpoint(webhook: Webhook) {
  return {
    webhook_endpoint_id: webhook.id,
    url: webhook.url,
    events: webhook.events,
    paused: webhook.pausedAt !== null,
    waiting_count: webhook.waiting,
    dead_count: webhook.dead,
    created_at: webhook.createdAt.toISOString(),
  };
}

function writeDelivery(delivery: Delivery) {
  return {
    delivery_id: delivery.id,
    event_id: delivery.eventId,
    event: delivery.event,
    happened_at: delivery.happenedAt.toISOString(),
    state: delivery.state,
    attempts: delivery.attempts,
    status: delivery.status,
    problem: delivery.problem,
    next_attempt_at: delivery.state === 'queued' ? delivery.sendAfter.toISOString() : null,
    ended_at: delivery.endedAt?.toISOString() ?? null,
  };
}
