import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { type Receipt, receiptOf } from '../queries/receipts';
import { paymentRefunds } from '../schema/payment-gateways';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { type RefundedInvoice, refundCredit } from './refund-credit';

/** Money of a card payment that the provider gave back. */
export interface BookRefund {
  /** The provider's numbers of the payment, and of this refund. */
  readonly paymentReference: string;
  readonly refundReference: string;
  readonly amountMinor: Minor;
  readonly currency: string;
  readonly refundedOn: PlainDate;
}

/**
 * Books what a provider gave back of a payment, once per its number, however often it is told: first what no invoice took, then
 * what its invoices took, of which those are open again.
 * @throws Refusal `not_found` while the payment itself is not booked: to be told again later; and as `refundCredit`.
 */
export async function bookRefund(
  tx: Tx,
  actor: StaffActor,
  { paymentReference, refundReference, amountMinor, currency, refundedOn }: BookRefund,
): Promise<{ isNew: boolean }> {
  const [intent] = await tx
    .select({
      id: paymentIntents.id,
      customerId: paymentIntents.customerId,
      documentId: paymentIntents.documentId,
    })
    .from(paymentIntents)
    .where(
      and(eq(paymentIntents.providerReference, paymentReference), eq(paymentIntents.currency, currency)),
    );
  if (!intent?.documentId) throw new Refusal('not_found', 'The payment of this refund is not booked yet.');
  const { id: intentId, customerId, documentId } = intent;
  await lockCustomer(tx, customerId);
  const told = await tx
    .insert(paymentRefunds)
    .values({ providerReference: refundReference, customerId, currency, intentId, amountMinor })
    .onConflictDoNothing()
    .returning({ intentId: paymentRefunds.intentId });
  if (told.length === 0) return { isNew: false };
  const receipt = await receiptOf(tx, documentId);
  if (!receipt) throw new Error('a booked payment is gone');
  const [refund] = await refundCredit(tx, actor, {
    from: { creditId: documentId, invoices: takenFrom(receipt, amountMinor) },
    amountMinor,
    refundedOn,
    reason: `Refunded by card, ${refundReference}`,
    source: 'staff',
  });
  if (!refund) throw new Error('the refund was not posted');
  await tx
    .update(paymentRefunds)
    .set({ documentId: refund.documentId })
    .where(eq(paymentRefunds.providerReference, refundReference));
  return { isNew: true };
}

/** From which invoices money has to be taken back, once what is on the account does not do. */
function takenFrom({ parts, unappliedMinor }: Receipt, amountMinor: Minor): RefundedInvoice[] {
  let missing = amountMinor - unappliedMinor;
  return parts.toReversed().flatMap(({ documentId, amountMinor: applied }) => {
    const taken = Math.min(missing, applied);
    if (taken <= 0) return [];
    missing -= taken;
    return [{ invoiceId: documentId, amountMinor: toMinor(taken) }];
  });
}
