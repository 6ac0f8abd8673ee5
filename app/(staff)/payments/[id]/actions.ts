'use server';
import { formAction } from '@/app/_actions/form-action';
import { reverseDocument } from '@/db/commands/reverse-document';
import { reversePaymentInput, toReverseDocument } from './input';

/** Takes a payment back: it bounced, or was booked by mistake. Its invoices are open again. */
export const reversePayment = formAction({
  may: 'books:write',
  verb: 'payment_reversed_form',
  input: reversePaymentInput,
  run: async (tx, actor, input) => {
    const { number } = await reverseDocument(tx, actor, toReverseDocument(input, actor.org.timeZone));
    return { message: `Reversed by ${number}. Its invoices are open again.` };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});
