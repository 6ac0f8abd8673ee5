import 'server-only';
import { bookPayment } from '@/db/commands/book-payment';
import { bookRefund } from '@/db/commands/book-refund';
import { lockPaymentIntent } from '@/db/commands/lock-payment-intent';
import { withScope } from '@/db/scope';
import type { Organization, StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import type { StripeNews } from '@/lib/integrations/stripe';
import { Refusal } from '@/lib/refusal';

/**
 * Books what Stripe tells, in whatever order and however often it tells it.
 * @throws Refusal `not_found` for a refund whose payment is not known yet, `invalid` when an amount is not what was asked for.
 */
export async function hearStripe(org: Organization, news: StripeNews): Promise<void> {
  if (news.kind === 'other') return;
  const actor: StaffActor = { kind: 'staff', role: 'admin', userId: null, name: 'Card payments', org };
  const today = todayIn(org.timeZone);
  const { providerReference, amountMinor, currency } = news;
  await withScope(actor, 'write', async (tx) => {
    if (news.kind === 'refunded') {
      await bookRefund(tx, actor, {
        paymentReference: providerReference,
        refundReference: news.refundId,
        amountMinor,
        currency,
        refundedOn: today,
      });
      return;
    }
    const intent = await lockPaymentIntent(tx, news.intentId);
    if (intent.provider !== 'stripe' || intent.amountMinor !== amountMinor || intent.currency !== currency)
      throw new Refusal('invalid', 'What was paid is not what was asked for.');
    await bookPayment(tx, actor, { intentId: intent.id, receivedOn: today, providerReference });
  });
}
