import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { seal } from '@/lib/seal';
import { newWebhookSecret } from '@/lib/webhooks/signature';
import { webhookEndpoints } from '../schema/webhooks';
import type { Tx } from '../scope';
import { WEBHOOK_PURPOSE } from './create-webhook';
import { lockWebhook } from './lock-webhook';
import { recordActivity } from './record-activity';

/**
 * Makes a new secret for an endpoint. For a day deliveries carry a signature of the old one too. The new one is returned here and can
 * never be read again. @throws Refusal `not_found`.
 */
export async function rotateWebhookSecret(
  tx: Tx,
  actor: StaffActor,
  { id }: { readonly id: string },
): Promise<{ url: string; secret: string }> {
  const { url, secret: previousSecret } = await lockWebhook(tx, id);
  const secret = newWebhookSecret();
  await tx
    .update(webhookEndpoints)
    .set({
      secret: seal(secret, WEBHOOK_PURPOSE),
      previousSecret,
      previousUntil: sql`now() + interval '1 day'`,
    })
    .where(eq(webhookEndpoints.id, id));
  const deed = { verb: 'webhook_secret_rotated', objectKind: 'webhook', objectId: id };
  await recordActivity(tx, actor, { ...deed, after: { url } });
  return { url, secret };
}
