import 'server-only';
import { bookRefund } from '@/db/commands/book-refund';
import type { CardPayment } from '@/db/queries/card-payment';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { isStripeRefusal, refundCard } from '@/lib/integrations/stripe';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';
import { gatewayKeys } from './gateway';

/** Money to give back to the card that it came from; asked again with the same key it is given back once. */
interface CardRefund {
  readonly payment: CardPayment;
  readonly amountMinor: Minor;
  readonly key: string;
}

/**
 * Has the provider give money back, and books it at once; what the provider still works on is booked when it tells us.
 * @throws Refusal `invalid` when cards are not taken any more, or the provider does not give it back.
 */
export async function refundToCard(
  actor: StaffActor,
  { payment, amountMinor, key }: CardRefund,
): Promise<void> {
  const keys = await gatewayKeys(actor.org.id);
  if (!keys) throw new Refusal('invalid', 'Cards are not taken here any more. Give it back another way.');
  const { providerReference, currency } = payment;
  const { refundId, isDone } = await asked(keys.secretKey, { providerReference, amountMinor, key });
  if (!isDone) return;
  await withScope(actor, 'write', (tx) =>
    bookRefund(tx, actor, {
      paymentReference: providerReference,
      refundReference: refundId,
      amountMinor,
      currency,
      refundedOn: todayIn(actor.org.timeZone),
    }),
  );
}

async function asked(secretKey: string, refund: Parameters<typeof refundCard>[1]) {
  try {
    return await refundCard(secretKey, refund);
  } catch (error) {
    log('error', 'card_refund_failed', { key: refund.key, error: describeError(error) });
    throw new Refusal(
      'invalid',
      isStripeRefusal(error)
        ? 'Stripe refused to give it back, so nothing was booked. See there why; then reload the page to try again.'
        : 'The card service did not answer, so nothing was booked. Press again: it is never given back twice.',
    );
  }
}
