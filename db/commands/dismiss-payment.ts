import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockPaymentIntent } from './lock-payment-intent';
import { recordActivity } from './record-activity';

/**
 * Notes that the money which a customer said it sent is not there, and why; the customer reads the reason.
 * @throws Refusal `not_found`, `already_ended` (booked, given up, dismissed before, or never said to be sent).
 */
export async function dismissPayment(
  tx: Tx,
  actor: StaffActor,
  { intentId, reason }: { readonly intentId: string; readonly reason: string },
): Promise<{ reference: string }> {
  const { standing, customerId, amountMinor, currency, reference } = await lockPaymentIntent(tx, intentId);
  if (standing !== 'noticed')
    throw new Refusal('already_ended', 'This notice is not open any more. Reload the page.');
  await tx
    .update(paymentIntents)
    .set({ dismissedAt: sql`now()`, dismissedBy: actor.userId, dismissReason: reason })
    .where(eq(paymentIntents.id, intentId));
  await recordActivity(tx, actor, {
    verb: 'payment_dismissed',
    objectKind: 'payment_intent',
    objectId: intentId,
    customerId,
    before: { amountMinor, currency, reference },
    after: { reason },
  });
  return { reference };
}
