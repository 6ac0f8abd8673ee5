'use server';
import { formAction } from '@/app/_actions/form-action';
import { bookPayment } from '@/db/commands/book-payment';
import { dismissPayment } from '@/db/commands/dismiss-payment';
import { linkPayment } from '@/db/commands/link-payment';
import { lockPaymentIntent } from '@/db/commands/lock-payment-intent';
import { sameTransfers } from '@/db/queries/same-transfers';
import { todayIn } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { confirmInput, dismissInput, linkInput } from './input';

const STALE = ['/', '/aging', '/customers', '/invoices', '/payments', '/payments/notices'];

/** Books a transfer that a customer announced, as of today. */
export const confirmNotice = formAction({
  may: 'books:write',
  verb: 'payment_notice_confirmed_form',
  input: confirmInput,
  run: async (tx, actor, { intentId, another }) => {
    const receivedOn = todayIn(actor.org.timeZone);
    await lockPaymentIntent(tx, intentId);
    const same = another ? undefined : (await sameTransfers(tx, [intentId])).get(intentId);
    if (same)
      throw new Refusal(
        'duplicate',
        `${same.number} of ${formatDay(same.receivedOn)} may be this money. Reload the page and say whether it is.`,
      );
    const booked = await bookPayment(tx, actor, { intentId, receivedOn });
    const { documentId: id, number, amountMinor, currency, unappliedMinor, isNew } = booked;
    if (!isNew) return { id, message: `It was booked before, as ${number}. Nothing was booked again.` };
    const rest =
      unappliedMinor > 0 ? ` ${formatMoney(unappliedMinor, currency)} of it stays on the account.` : '';
    return { id, message: `Recorded ${formatMoney(amountMinor, currency)} as ${number}.${rest}` };
  },
  stale: STALE,
});

/** Says that an announced transfer was booked already, as that payment. */
export const linkNotice = formAction({
  may: 'books:write',
  verb: 'payment_notice_linked_form',
  input: linkInput,
  run: async (tx, actor, input) => {
    const { number } = await linkPayment(tx, actor, input);
    return { message: `It is ${number}. Nothing was booked again.` };
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
