'use server';
import { formAction } from '@/app/_actions/form-action';
import { recordPayment as record } from '@/db/commands/record-payment';
import { reverseDocument } from '@/db/commands/reverse-document';
import { formatMoney } from '@/lib/format';
import { recordPaymentInput, toRecordPayment, undoPaymentInput } from './input';

export const recordPayment = formAction({
  may: 'books:write',
  verb: 'payment_form',
  input: recordPaymentInput,
  run: async (tx, actor, input) => {
    const payment = toRecordPayment(input, actor.org.timeZone);
    const { documentId, number, unappliedMinor } = await record(tx, actor, payment);
    const { amountMinor, currency } = payment;
    const rest = unappliedMinor > 0 ? ` ${formatMoney(unappliedMinor, currency)} stays on the account.` : '';
    return { id: documentId, message: `Recorded ${formatMoney(amountMinor, currency)} as ${number}.${rest}` };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});

export const undoPayment = formAction({
  may: 'books:write',
  verb: 'payment_undone_form',
  input: undoPaymentInput,
  run: async (tx, actor, { documentId }) => {
    const reason = 'Undone right after it was recorded';
    const { number } = await reverseDocument(tx, actor, {
      documentId,
      kind: 'payment',
      reason,
      source: 'staff',
    });
    return { message: `Taken back by ${number}. Its invoices are open again.` };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});
