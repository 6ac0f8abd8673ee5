import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { payPlan } from '@/lib/domain/pay-plan';
import type { PaymentProvider } from '@/lib/payment-provider';
import { Refusal } from '@/lib/refusal';
import { openCredits, openDebits, openDebitsAmong } from '../queries/open-debits';
import { documents } from '../schema/documents';
import { paymentIntentParts, paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { type LockedIntent, lockPaymentIntent } from './lock-payment-intent';
import { recordPayment } from './record-payment';

/** Money that arrived for an intent. */
export interface BookPayment {
  readonly intentId: string;
  readonly receivedOn: PlainDate;
  /** The provider's own number of it, where there is one. */
  readonly providerReference?: string;
}

/** What was booked for an intent, now or before. */
export interface BookedPayment {
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly amountMinor: Minor;
  readonly currency: string;
  /** What no invoice took; it stays on the account. */
  readonly unappliedMinor: Minor;
  /** Whether this very call booked it; false when it had been booked before. */
  readonly isNew: boolean;
}

const METHODS: Readonly<Record<PaymentProvider, string>> = {
  transfer: 'Bank transfer',
  stripe: 'Credit card',
  test: 'Test',
};

/**
 * Books the payment that an intent announced, once, however often it is asked. What the chosen invoices have open is read
 * again under the lock; what they cannot take any more stays on the account.
 * @throws Refusal `not_found`, `already_ended` (dismissed, or a transfer that was given up), `customer_archived`, `period_locked`.
 */
export async function bookPayment(
  tx: Tx,
  actor: StaffActor,
  { intentId, receivedOn, providerReference }: BookPayment,
): Promise<BookedPayment> {
  const intent = await lockPaymentIntent(tx, intentId);
  const { customerId, currency, amountMinor } = intent;
  if (intent.standing === 'paid') return bookedBefore(tx, intent);
  if (intent.standing === 'dismissed' || (intent.standing === 'withdrawn' && intent.provider === 'transfer'))
    throw new Refusal('already_ended', 'This payment was closed in the meantime. Reload the page.');
  const { parts, creditUsedMinor } = payPlan(await chosenDebits(tx, intent), {
    amountMinor,
    creditMinor: await creditOf(tx, intent),
  });
  const reference = [intent.reference, providerReference].filter(Boolean).join(' ');
  const { documentId, number, unappliedMinor } = await recordPayment(tx, actor, {
    customerId,
    currency,
    receivedOn,
    amountMinor,
    payment: { method: METHODS[intent.provider], reference },
    apply: parts.map(({ itemId, ...part }) => ({ ...part, invoiceId: itemId })),
    useCredit: creditUsedMinor > 0,
    source: 'staff',
  });
  await tx
    .update(paymentIntents)
    .set({ documentId, providerReference: providerReference ?? null })
    .where(eq(paymentIntents.id, intentId));
  return { documentId, number, customerId, amountMinor, currency, unappliedMinor, isNew: true };
}

async function bookedBefore(tx: Tx, intent: LockedIntent): Promise<BookedPayment> {
  const { customerId, amountMinor, currency } = intent;
  const [paper] = await tx
    .select({ documentId: documents.id, number: documents.number })
    .from(documents)
    .where(eq(documents.id, intent.documentId ?? ''));
  if (!paper) throw new Error('a booked payment is gone');
  return { ...paper, customerId, amountMinor, currency, unappliedMinor: toMinor(0), isNew: false };
}

async function chosenDebits(tx: Tx, { id, customerId, currency }: LockedIntent) {
  const chosen = await tx
    .select({ itemId: paymentIntentParts.itemId })
    .from(paymentIntentParts)
    .where(and(eq(paymentIntentParts.intentId, id), eq(paymentIntentParts.customerId, customerId)));
  if (chosen.length === 0) return openDebits(tx, customerId, currency);
  const ids = chosen.map((part) => part.itemId);
  const debits = await openDebitsAmong(tx, { customerId, currency, ids });
  return debits.filter((debit) => ids.includes(debit.itemId));
}

/** As much of the credit that was to be used as is still there. */
async function creditOf(tx: Tx, { customerId, currency, creditMinor }: LockedIntent): Promise<Minor> {
  if (creditMinor === 0) return creditMinor;
  const credits = await openCredits(tx, customerId, currency);
  return toMinor(Math.min(creditMinor, sumOf(credits.map((credit) => credit.leftMinor))));
}
