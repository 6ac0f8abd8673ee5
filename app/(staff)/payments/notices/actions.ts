'use server';
import { formAction } from '@/app/_actions/form-action';
import { bookPayment } from '@/db/commands/book-payment';
import { dismissPayment } from '@/db/commands/dismiss-payment';
import { todayIn } from '@/lib/domain/dates';
import { formatMoney } from '@/lib/format';
import { confirmInput, dismissInput } from './input';

const STALE = ['/', '/aging', '/customers', '/invoices', '/payments', '/payments/notices'];

/** Books a transfer that a customer announced, as of today. */
export const confirmNotice = formAction({
  may: 'books:write',
  verb: 'payment_notice_confirmed_form',
  input: confirmInput,
  run: async (tx, actor, { intentId }) => {
    const receivedOn = todayIn(actor.org.timeZone);
    const booked = await bookPayment(tx, actor, { intentId, receivedOn });
    const { documentId: id, number, amountMinor, currency, unappliedMinor, isNew } = booked;
    if (!isNew) return { id, message: `It was booked before, as ${number}. Nothing was booked again.` };
    const rest =
      unappliedMinor > 0 ? ` ${formatMoney(unappliedMinor, currency)} of it stays on the account.` : '';
    return { id, message: `Recorded ${formatMoney(amountMinor, currency)} as ${number}.${rest}` };
  },
  stale: STALE,
});

/** Says that an announced transfer is not there. */
export const dismissNotice = formAction({
  may: 'books:write',
  verb: 'payment_notice_dismissed_form',
  input: dismissInput,
  run: async (tx, actor, input) => {
    const { reference } = await dismissPayment(tx, actor, input);
    return { message: `Dismissed ${reference}. The customer reads why.` };
  },
  stale: STALE,
});
