import { setTimeout as pause } from 'node:timers/promises';
import { type ClaimedDelivery, claimDelivery } from '@/db/commands/claim-delivery';
import { collectWebhooks } from '@/db/commands/collect-webhooks';
import { WEBHOOK_PURPOSE } from '@/db/commands/create-webhook';
import { endDelivery, keepBody } from '@/db/commands/end-delivery';
import { webhookBody } from '@/db/queries/webhook-body';
import { businessesWithDeliveries, webhooksBehind } from '@/db/queries/webhooks';
import { withScope } from '@/db/scope';
import type { Organization, StaffActor } from '@/lib/actor';
import { postWebhook } from '@/lib/integrations/webhook';
import { describeError, log } from '@/lib/log';
import { unseal } from '@/lib/seal';
import { signatureOf } from '@/lib/webhooks/signature';
import { inLanes, oneLook } from './lanes';

/** Milliseconds between two looks. */
const EVERY = 1_000;
/** Milliseconds that making deliveries of what happened may take, after an outage or a large import. */
const WITHIN = 120_000;

/** Tells other programs what happens, until it is told to stop. Several workers may do so at once. */
export async function sendWebhooks(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await collectDeliveries();
      if ((await sendDeliveriesDue(oneLook(signal))) > 0) continue;
    } catch (error) {
      log('error', 'webhooks_failed', { error: describeError(error) });
    }
    await pause(EVERY, undefined, { signal }).catch(() => {});
  }
}

/** Makes deliveries of what happened since the last look. What fails for one endpoint is logged, and holds up no other. Answers how many. */
export async function collectDeliveries(): Promise<number> {
  let made = 0;
  for (const { endpointId, org } of await withScope({ kind: 'job' }, 'read', webhooksBehind))
    try {
      made += await withScope(worker(org), 'write', (tx) => collectWebhooks(tx, endpointId), WITHIN);
    } catch (error) {
      log('error', 'webhook_not_collected', { org: org.id, id: endpointId, error: describeError(error) });
    }
  return made;
}

/** Sends what is due now, until it is over. Answers how many attempts were made. */
export async function sendDeliveriesDue(isOver = () => false): Promise<number> {
  const businesses = await withScope({ kind: 'job' }, 'read', businessesWithDeliveries);
  return inLanes(businesses, (org) => sendNext(worker(org)), isOver);
}

/** Takes up one delivery of a business. False when there was none. */
async function sendNext(actor: StaffActor): Promise<boolean> {
  const delivery = await withScope(actor, 'write', claimDelivery);
  if (!delivery) return false;
  try {
    const answer = await attempt(actor, delivery);
    await withScope(actor, 'write', (tx) => endDelivery(tx, delivery, answer));
  } catch (error) {
    log('error', 'webhook_failed', { org: actor.org.id, id: delivery.id, error: describeError(error) });
    const problem = 'It could not be written. The log says why.';
    await withScope(actor, 'write', (tx) => endDelivery(tx, delivery, { status: null, problem }));
  }
  return true;
}

async function attempt(actor: StaffActor, delivery: ClaimedDelivery) {
  const secrets = delivery.secrets
    .map((sealed) => unseal(sealed, WEBHOOK_PURPOSE))
    .filter((each) => each !== null);
  if (secrets.length === 0)
    return { status: null, problem: 'Its secret cannot be read: AUTH_SECRET was changed. Make a new one.' };
  const body = delivery.body ?? (await written(actor, delivery));
  return postWebhook({
    url: delivery.url,
    body,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Dueline-Webhooks/1',
      'Dueline-Event': delivery.event,
      'Dueline-Event-Id': delivery.eventId,
      'Dueline-Attempt': String(delivery.attempts),
      'Dueline-Signature': signatureOf(body, secrets, new Date()),
    },
  });
}

function written(actor: StaffActor, delivery: ClaimedDelivery): Promise<string> {
  return withScope(actor, 'write', async (tx) => {
    const body = await webhookBody(tx, actor.org, delivery);
    await keepBody(tx, delivery, body);
    return body;
  });
}

function worker(org: Organization): StaffActor {
  return { kind: 'staff', role: 'admin', userId: null, name: 'Webhooks', org };
}
