import 'server-only';
import type { Organization } from '@/lib/actor';
import type { PaymentProvider } from '@/lib/payment-provider';

/** A way to pay as the portal offers it. */
export interface PaymentWay {
  readonly provider: PaymentProvider;
  readonly label: string;
  readonly hint: string;
}

/** The ways to pay that a business offers, the usual one first. */
export function paymentWays(org: Organization): readonly PaymentWay[] {
  return org.isSample ? [TRANSFER, TEST] : [TRANSFER];
}

const TRANSFER: PaymentWay = {
  provider: 'transfer',
  label: 'Bank transfer, no fee',
  hint: 'We show you where to send it and what to write on it.',
};

const TEST: PaymentWay = {
  provider: 'test',
  label: 'Test payment, sample data only',
  hint: 'No money moves. It is booked at once, to see what happens.',
};
