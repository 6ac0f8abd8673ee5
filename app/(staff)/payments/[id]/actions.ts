'use server';
import { formAction } from '@/app/_actions/form-action';
import { reversePayment as reverse } from '@/db/commands/reverse-payment';
import { sendReceipt } from '@/db/commands/send-document';
import { reversePaymentInput, sendReceiptInput, toReversePayment } from './input';

/** Mails the receipt of a payment to whoever gets the customer's bills. */
export const mailReceipt = formAction({
  may: 'books:write',
  verb: 'receipt_sent_form',
  input: sendReceiptInput,
  run: async (tx, actor, input) => {
    const { number, address } = await sendReceipt(tx, actor, input);
    return { message: `The receipt of ${number} goes to ${address} in half a minute.` };
  },
  stale: ['/payments'],
});

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
