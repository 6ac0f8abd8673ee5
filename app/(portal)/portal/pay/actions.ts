'use server';
import { portalAction } from '@/app/_actions/portal-action';
import { beginPayment } from '@/app/_payments/begin';
import { startPayment } from '@/db/commands/start-payment';
import { payInput, toStartPayment } from './input';

/** Sets out to pay, and goes where the chosen way of paying begins. */
export const pay = portalAction({
  verb: 'portal_payment_form',
  input: payInput,
  run: async (tx, actor, input) => {
    const { intentId } = await startPayment(tx, actor, toStartPayment(input));
    return { id: intentId, message: 'Payment begun.' };
  },
  next: ({ id = '' }, actor, { provider }) => beginPayment(provider, actor, id),
});
