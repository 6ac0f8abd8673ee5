import { eq, sql } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockPaymentIntent } from './lock-payment-intent';
import { recordActivity } from './record-activity';

/**
 * Gives up a payment that was set out for; staff no longer look for it. Given up again it changes nothing.
 * @throws Refusal `not_found`, `already_ended` (booked, or dismissed).
 */
export async function withdrawPayment(
  tx: Tx,
  actor: CustomerActor,
  { intentId }: { readonly intentId: string },
): Promise<void> {
  const { standing, customerId, amountMinor, currency, reference } = await lockPaymentIntent(tx, intentId);
  if (standing === 'withdrawn') return;
  if (standing !== 'open' && standing !== 'noticed')
    throw new Refusal('already_ended', 'This payment was booked or closed in the meantime. Reload the page.');
  await tx.update(paymentIntents).set({ withdrawnAt: sql`now()` }).where(eq(paymentIntents.id, intentId));
  await recordActivity(tx, actor, {
    verb: 'payment_withdrawn',
    objectKind: 'payment_intent',
    objectId: intentId,
    customerId,
    before: { amountMinor, currency, reference },
  });
}
