import { Stripe } from 'stripe';
import { type Minor, toMinor } from '../domain/money';

/** What somebody is asked to pay by card. */
export interface CardOrder {
  readonly intentId: string;
  readonly orgId: string;
  readonly reference: string;
  readonly amountMinor: Minor;
  readonly currency: string;
  /** Where the payer comes back to, paid or not. */
  readonly returnUrl: string;
}

/** What Stripe tells: that an intent is paid, that money went back, or something that concerns no books. */
export type StripeNews =
  | {
      readonly kind: 'paid';
      readonly intentId: string;
      readonly providerReference: string;
      readonly amountMinor: Minor;
      readonly currency: string;
    }
  | {
      readonly kind: 'refunded';
      readonly refundId: string;
      readonly providerReference: string;
      readonly amountMinor: Minor;
      readonly currency: string;
    }
  | { readonly kind: 'other' };

/** Asks Stripe for a page on which the order is paid. The same order again gets the same page. */
export async function cardPage(secretKey: string, order: CardOrder): Promise<string> {
  const { intentId, orgId, reference, amountMinor, currency, returnUrl } = order;
  const metadata = { intent: intentId, org: orgId, reference };
  const session = await clientOf(secretKey).checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: intentId,
      metadata,
      payment_intent_data: { metadata },
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: currency.toLowerCase(),
            unit_amount: amountMinor,
            product_data: { name: `Payment ${reference}` },
          },
        },
      ],
      success_url: returnUrl,
      cancel_url: returnUrl,
    },
    { idempotencyKey: `checkout-${intentId}` },
  );
  if (!session.url) throw new Error('Stripe answered without a page');
  return session.url;
}

/** Money that Stripe gives back; `isDone` once it is on its way to the card, and not while Stripe still works on it. */
interface CardRefund {
  readonly refundId: string;
  readonly isDone: boolean;
}

/** Gives money of a card payment back; asked again with the same key it is given back once. */
export async function refundCard(
  secretKey: string,
  refund: { readonly providerReference: string; readonly amountMinor: Minor; readonly key: string },
): Promise<CardRefund> {
  const { id, status } = await clientOf(secretKey).refunds.create(
    { payment_intent: refund.providerReference, amount: refund.amountMinor },
    { idempotencyKey: `refund-${refund.key}` },
  );
  return { refundId: id, isDone: status === 'succeeded' };
}

/** Whether Stripe itself said no: the same question again is answered the same. Otherwise its answer may not have come through. */
export function isStripeRefusal(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  const { statusCode = 0 } = error;
  return statusCode >= 400 && statusCode < 500 && statusCode !== 409 && statusCode !== 429;
}

/**
 * Reads what Stripe posted, once its signature shows that it is from Stripe and not older than five minutes.
 * @throws StripeSignatureError when it does not.
 */
export function readStripeNews(body: string, signature: string, webhookSecret: string): StripeNews {
  const event = Stripe.webhooks.constructEvent(body, signature, webhookSecret);
  if (
    event.type === 'checkout.session.completed' ||
    event.type === 'checkout.session.async_payment_succeeded'
  )
    return paidBy(event.data.object);
  if (event.type === 'refund.created' || event.type === 'refund.updated')
    return refundedBy(event.data.object);
  return OTHER;
}

/** What `readStripeNews` throws for what is not from Stripe. */
export const StripeSignatureError = Stripe.errors.StripeSignatureVerificationError;

const OTHER: StripeNews = { kind: 'other' };

function paidBy(session: Stripe.Checkout.Session): StripeNews {
  const { client_reference_id: intentId, payment_intent: payment, amount_total: amount, currency } = session;
  // By a slow method the page is done before the money is there: Stripe tells of that later.
  if (session.payment_status !== 'paid' || !intentId || !payment || amount === null || !currency)
    return OTHER;
  return {
    kind: 'paid',
    intentId,
    providerReference: typeof payment === 'string' ? payment : payment.id,
    amountMinor: toMinor(amount),
    currency: currency.toUpperCase(),
  };
}

function refundedBy({ id, status, payment_intent: payment, amount, currency }: Stripe.Refund): StripeNews {
  if (status !== 'succeeded' || !payment) return OTHER;
  return {
    kind: 'refunded',
    refundId: id,
    providerReference: typeof payment === 'string' ? payment : payment.id,
    amountMinor: toMinor(amount),
    currency: currency.toUpperCase(),
  };
}

/** STRIPE_API_BASE names another server that speaks Stripe's protocol, such as that of the tests. */
function clientOf(secretKey: string): Stripe {
  const options = { maxNetworkRetries: 2, timeout: 10_000, telemetry: false };
  const base = process.env.STRIPE_API_BASE;
  if (!base) return new Stripe(secretKey, options);
  const { hostname, port, protocol } = new URL(base);
  return new Stripe(secretKey, {
    ...options,
    host: hostname,
    port: Number(port),
    protocol: protocol === 'http:' ? 'http' : 'https',
  });
}
