import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { sameTransfers } from '../queries/same-transfers';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockPaymentIntent } from './lock-payment-intent';
import { recordActivity } from './record-activity';

/**
 * Notes that the transfer which a customer announced is a payment that was booked already: nothing is booked, and the customer finds
 * its receipt.
 * @throws Refusal `not_found`, `already_ended`, `invalid` when the payment is not (any more) one that it may be.
 */
export async function linkPayment(
  tx: Tx,
  actor: StaffActor,
  { intentId, documentId }: { readonly intentId: string; readonly documentId: string },
): Promise<{ number: string }> {
  const intent = await lockPaymentIntent(tx, intentId);
  const { standing, customerId, amountMinor, currency, reference } = intent;
  if (standing !== 'noticed')
    throw new Refusal('already_ended', 'This notice is not open any more. Reload the page.');
  const same = (await sameTransfers(tx, [intentId])).get(intentId);
  if (same?.documentId !== documentId)
    throw new Refusal('invalid', 'That payment is not this transfer any more. Reload the page.');
  await tx.update(paymentIntents).set({ documentId }).where(eq(paymentIntents.id, intentId));
  await recordActivity(tx, actor, {
    verb: 'payment_notice_linked',
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { number: same.number, amountMinor, currency, reference },
  });
  return { number: same.number };
}
