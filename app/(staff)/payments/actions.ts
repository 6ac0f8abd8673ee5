'use server';
import { formAction } from '@/app/_actions/form-action';
import { recordPayment as record } from '@/db/commands/record-payment';
import { reverseDocument } from '@/db/commands/reverse-document';
import { formatMoney } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { recordPaymentInput, toRecordPayment, undoPaymentInput } from './input';
import { saidOf } from './said-of';

/** Books money that arrived with everything that was said of it; `id` of the answer names the payment. */
export const recordPayment = formAction({
  may: 'books:write',
  verb: 'payment_form',
  input: recordPaymentInput,
  run: async (tx, actor, input) => {
    const payment = toRecordPayment(input, actor.org.timeZone);
    const recorded = await record(tx, actor, payment);
    const { documentId, number, unappliedMinor } = recorded;
    const { amountMinor, currency } = payment;
    if (unappliedMinor > 0 && input.keepSurplus !== 'on')
      throw new Refusal(
        'invalid',
        `${formatMoney(unappliedMinor, currency)} is left over. Apply it, or tick that it stays on the account. Nothing was saved.`,
      );
    return {
      id: documentId,
      message: `Recorded ${formatMoney(amountMinor, currency)} as ${number}.`,
      detail: await saidOf(tx, payment, recorded),
    };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});

/** Takes back a payment that was just recorded, with what was settled beside it. */
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
