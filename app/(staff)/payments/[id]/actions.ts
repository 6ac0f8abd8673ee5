'use server';
import { formAction } from '@/app/_actions/form-action';
import { reversePayment as reverse } from '@/db/commands/reverse-payment';
import { reversePaymentInput, toReversePayment } from './input';

/** Takes a payment back: it bounced, or was booked by mistake. Its invoices are open again. */
export const reversePayment = formAction({
  may: 'books:write',
  verb: 'payment_reversed_form',
  input: reversePaymentInput,
  run: async (tx, actor, input) => {
    const { number, feeId } = await reverse(tx, actor, toReversePayment(input, actor.org.timeZone));
    return {
      message: `Reversed by ${number}. Its invoices are open again.`,
      ...(feeId && { detail: 'The fee is charged and due at once.' }),
    };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments', '/worklist'],
});
