import { eq } from 'drizzle-orm';
import { type IntentStanding, intentStanding } from '@/lib/domain/payment-intent';
import { Refusal } from '@/lib/refusal';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';

/** An intent to pay that nobody else changes until the transaction ends. */
export type LockedIntent = Pick<
  typeof paymentIntents.$inferSelect,
  'id' | 'customerId' | 'currency' | 'amountMinor' | 'creditMinor' | 'provider' | 'reference' | 'documentId'
> & { readonly standing: IntentStanding };

/** The intent with its customer locked, which is what everything that changes either does first. @throws Refusal `not_found`. */
export async function lockPaymentIntent(tx: Tx, intentId: string): Promise<LockedIntent> {
  const [named] = await tx
    .select({ customerId: paymentIntents.customerId })
    .from(paymentIntents)
    .where(eq(paymentIntents.id, intentId));
  if (!named) throw new Refusal('not_found', 'That payment does not exist.');
  await lockCustomer(tx, named.customerId);
  const [intent] = await tx
    .select({
      id: paymentIntents.id,
      customerId: paymentIntents.customerId,
      currency: paymentIntents.currency,
      amountMinor: paymentIntents.amountMinor,
      creditMinor: paymentIntents.creditMinor,
      provider: paymentIntents.provider,
      reference: paymentIntents.reference,
      documentId: paymentIntents.documentId,
      noticedAt: paymentIntents.noticedAt,
      dismissedAt: paymentIntents.dismissedAt,
      withdrawnAt: paymentIntents.withdrawnAt,
    })
    .from(paymentIntents)
    .where(eq(paymentIntents.id, intentId));
  if (!intent) throw new Error('an intent to pay is gone');
  const { noticedAt, dismissedAt, withdrawnAt, ...facts } = intent;
  const standing = intentStanding({ documentId: facts.documentId, noticedAt, dismissedAt, withdrawnAt });
  return { ...facts, standing };
}
