import 'server-only';
import type { Organization } from '@/lib/actor';
import { isStripeCurrency } from '@/lib/integrations/stripe-amounts';
import type { PaymentProvider } from '@/lib/payment-provider';
import { gatewayKeys } from './gateway';

/** A way to pay as the portal offers it. */
export interface PaymentWay {
  readonly provider: PaymentProvider;
  readonly label: string;
  readonly hint: string;
}

/** The ways to pay that a business offers in a currency, the usual one first. */
export async function paymentWays(org: Organization, currency: string): Promise<readonly PaymentWay[]> {
  const takesCards = isStripeCurrency(currency) && (await gatewayKeys(org.id)) !== null;
  return [TRANSFER, ...(takesCards ? [CARD] : []), ...(org.isSample ? [TEST] : [])];
}

const TRANSFER: PaymentWay = {
  provider: 'transfer',
  label: 'Bank transfer, no fee',
  hint: 'We show you where to send it and what to write on it.',
};

const CARD: PaymentWay = {
  provider: 'stripe',
  label: 'Card',
  hint: 'You pay on a page of Stripe. It is booked within moments.',
};

const TEST: PaymentWay = {
  provider: 'test',
  label: 'Test payment, sample data only',
  hint: 'No money moves. It is booked at once, to see what happens.',
};
