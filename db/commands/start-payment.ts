import { randomBytes } from 'node:crypto';
import type { CustomerActor } from '@/lib/actor';
import { MAX_DOCUMENT_MINOR, type Minor, sumOf } from '@/lib/domain/money';
import { payPlan } from '@/lib/domain/pay-plan';
import { paymentReference } from '@/lib/domain/payment-reference';
import { formatMoney } from '@/lib/format';
import type { PaymentProvider } from '@/lib/payment-provider';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { openCredits, openDebits } from '../queries/open-debits';
import { paymentIntentParts, paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** What a person of a customer wants to pay. */
export interface StartPayment {
  readonly currency: string;
  readonly amountMinor: Minor;
  /** Whether credit of the account is used for what the amount leaves open. */
  readonly useCredit: boolean;
  /** Open items that it is for; none: the oldest of all. */
  readonly itemIds: readonly string[];
  readonly provider: PaymentProvider;
}

/**
 * Notes that a customer sets out to pay, and gives the payment a reference. Nothing is booked: that happens when the
 * money is there.
 * @throws Refusal `amount_must_be_positive`, `amount_too_large`, `over_allocation` (something chosen has nothing open any more).
 */
export async function startPayment(
  tx: Tx,
  actor: CustomerActor,
  { currency, amountMinor, useCredit, itemIds, provider }: StartPayment,
): Promise<{ intentId: string; reference: string }> {
  const { customerId } = actor;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  if (amountMinor > MAX_DOCUMENT_MINOR)
    throw new Refusal(
      'amount_too_large',
      `That is more than one payment can be. Pay at most ${formatMoney(MAX_DOCUMENT_MINOR, currency)}.`,
      'amount',
    );
  await lockCustomer(tx, customerId);
  const open = await openDebits(tx, customerId, currency);
  const chosen = open.filter((item) => itemIds.includes(item.itemId));
  if (chosen.length < itemIds.length)
    throw new Refusal(
      'over_allocation',
      'One of the invoices was paid in the meantime. Go back and choose again.',
    );
  const credits = useCredit ? await openCredits(tx, customerId, currency) : [];
  const creditMinor = sumOf(credits.map((credit) => credit.leftMinor));
  const plan = payPlan(chosen.length > 0 ? chosen : open, { amountMinor, creditMinor });
  const intentId = uuid7();
  const reference = paymentReference(randomBytes(8));
  await tx.insert(paymentIntents).values({
    id: intentId,
    customerId,
    currency,
    amountMinor,
    creditMinor: plan.creditUsedMinor,
    provider,
    reference,
    createdBy: actor.userId,
  });
  const parts = chosen.length > 0 ? plan.parts : [];
  if (parts.length > 0)
    await tx
      .insert(paymentIntentParts)
      .values(parts.map((part) => ({ ...part, intentId, customerId, currency })));
  await recordActivity(tx, actor, {
    verb: 'payment_started',
    objectKind: 'payment_intent',
    objectId: intentId,
    customerId,
    after: { amountMinor, currency, provider, reference },
  });
  return { intentId, reference };
}
