'use server';
import { formAction } from '@/app/_actions/form-action';
import { refundToCard } from '@/app/_payments/refund-card';
import { reversePayment as reverse } from '@/db/commands/reverse-payment';
import { sendReceipt } from '@/db/commands/send-document';
import { withScope } from '@/db/scope';
import { formatMoney } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import {
  cardRefundInput,
  reversePaymentInput,
  sendReceiptInput,
  toCardRefund,
  toReversePayment,
} from './input';

const stale = ['/', '/aging', '/customers', '/invoices', '/payments', '/worklist'];

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
  stale,
});

/** Gives money of a card payment back to the card. */
export const refundCardPayment = formAction({
  may: 'books:write',
  verb: 'card_refund_form',
  input: cardRefundInput,
  run: async (tx, _actor, input) => {
    const { amountMinor, payment } = await toCardRefund(tx, input);
    if (amountMinor > payment.refundableMinor)
      throw new Refusal(
        'refund_exceeds_payment',
        `Of it ${formatMoney(payment.refundableMinor, payment.currency)} can still go back. Enter at most that.`,
        'amount',
      );
    return { message: `${formatMoney(amountMinor, payment.currency)} goes back to the card.` };
  },
  ask: async (actor, { requestId: key, ...input }) => {
    const refund = await withScope(actor, 'read', (tx) => toCardRefund(tx, input));
    await refundToCard(actor, { ...refund, key });
  },
  stale,
});
