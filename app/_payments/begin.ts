import 'server-only';
import type { Route } from 'next';
import { bookPayment } from '@/db/commands/book-payment';
import { withScope } from '@/db/scope';
import type { CustomerActor, StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import type { PaymentProvider } from '@/lib/payment-provider';
import { Refusal } from '@/lib/refusal';
import { route } from '@/lib/url';

/** Where somebody who set out to pay goes next. */
type Begin = (actor: CustomerActor, intentId: string) => Route | Promise<Route>;

const BEGIN: Readonly<Record<PaymentProvider, Begin>> = {
  transfer: (_actor, intentId) => route(`/portal/payments/${intentId}`),
  test: bookedAtOnce,
  stripe: () => {
    throw new Refusal('invalid', 'Cards are not taken here.', 'provider');
  },
};

/** Begins a payment with its provider. @throws Refusal when the provider is none of this business. */
export async function beginPayment(
  provider: PaymentProvider,
  actor: CustomerActor,
  intentId: string,
): Promise<Route> {
  return BEGIN[provider](actor, intentId);
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
