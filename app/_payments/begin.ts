import 'server-only';
import type { Route } from 'next';
import { bookPayment } from '@/db/commands/book-payment';
import { portalIntent } from '@/db/queries/payment-intents';
import { withScope } from '@/db/scope';
import type { CustomerActor, StaffActor } from '@/lib/actor';
import { appOrigin } from '@/lib/app-origin';
import { todayIn } from '@/lib/domain/dates';
import { cardPage } from '@/lib/integrations/stripe';
import { isStripeCurrency } from '@/lib/integrations/stripe-amounts';
import { describeError, log } from '@/lib/log';
import type { PaymentProvider } from '@/lib/payment-provider';
import { Refusal } from '@/lib/refusal';
import { route } from '@/lib/url';
import { gatewayKeys } from './gateway';

/** Where somebody who set out to pay goes next. */
type Begin = (actor: CustomerActor, intentId: string) => Route | Promise<Route>;

const BEGIN: Readonly<Record<PaymentProvider, Begin>> = {
  transfer: (_actor, intentId) => route(`/portal/payments/${intentId}`),
  stripe: onCardPage,
  test: bookedAtOnce,
};

/** Begins a payment with its provider. @throws Refusal when the provider is none of this business, or does not answer. */
export async function beginPayment(
  provider: PaymentProvider,
  actor: CustomerActor,
  intentId: string,
): Promise<Route> {
  return BEGIN[provider](actor, intentId);
}

async function onCardPage(actor: CustomerActor, intentId: string): Promise<Route> {
  const keys = await gatewayKeys(actor.org.id);
  const intent = await withScope(actor, 'read', (tx) => portalIntent(tx, intentId));
  if (!keys || !intent || !isStripeCurrency(intent.currency))
    throw new Refusal('invalid', 'Cards are not taken here any more.', 'provider');
  const { reference, amountMinor, currency } = intent;
  try {
    const page = await cardPage(keys.secretKey, {
      intentId,
      orgId: actor.org.id,
      reference,
      amountMinor,
      currency,
      returnUrl: `${appOrigin()}/portal/payments/${intentId}`,
    });
    return route(page);
  } catch (error) {
    log('error', 'card_page_failed', { intent: intentId, error: describeError(error) });
    throw new Refusal(
      'invalid',
      'The card service did not answer, so nothing was charged. Try again, or pay by transfer.',
      'provider',
    );
  }
}

async function bookedAtOnce({ org }: CustomerActor, intentId: string): Promise<Route> {
  if (!org.isSample) throw new Refusal('invalid', 'Test payments are for sample data alone.', 'provider');
  const provider: StaffActor = { kind: 'staff', role: 'admin', userId: null, name: 'Test payment', org };
  const receivedOn = todayIn(org.timeZone);
  const { documentId } = await withScope(provider, 'write', (tx) =>
    bookPayment(tx, provider, { intentId, receivedOn }),
  );
  return route(`/portal/receipts/${documentId}?paid=1`);
}
