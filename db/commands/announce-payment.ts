import { eq, sql } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { addDays, type PlainDate, todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';
import { lockPaymentIntent } from './lock-payment-intent';
import { recordActivity } from './record-activity';

/** A transfer that was sent longer ago than this is looked for by hand. */
const LONGEST_AGO = 60;

/**
 * Notes that the payer has sent the transfer, for staff to confirm once the money is there. Said again it changes nothing.
 * @throws Refusal `not_found`, `already_ended` (booked, dismissed or given up), `invalid` (a day ahead, or long past).
 */
export async function announcePayment(
  tx: Tx,
  actor: CustomerActor,
  { intentId, sentOn }: { readonly intentId: string; readonly sentOn: PlainDate },
): Promise<void> {
  const today = todayIn(actor.org.timeZone);
  if (sentOn > today)
    throw new Refusal('invalid', 'That day has not come yet. Tell us once you have paid.', 'sentOn');
  if (sentOn < addDays(today, -LONGEST_AGO))
    throw new Refusal('invalid', `That is more than ${LONGEST_AGO} days ago. Call us instead.`, 'sentOn');
  const intent = await lockPaymentIntent(tx, intentId);
  if (intent.standing === 'noticed') return;
  if (intent.standing !== 'open' || intent.provider !== 'transfer')
    throw new Refusal(
      'already_ended',
      'This payment is not waiting for a transfer any more. Reload the page.',
    );
  await tx
    .update(paymentIntents)
    .set({ noticedAt: sql`now()`, sentOn })
    .where(eq(paymentIntents.id, intentId));
  const { customerId, amountMinor, currency, reference } = intent;
  await recordActivity(tx, actor, {
    verb: 'payment_announced',
    objectKind: 'payment_intent',
    objectId: intentId,
    customerId,
    after: { amountMinor, currency, reference, sentOn },
  });
}
