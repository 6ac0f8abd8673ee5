'use server';
import { formAction } from '@/app/_actions/form-action';
import { deleteDraftInvoice } from '@/db/commands/delete-draft-invoice';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { postWrittenInvoice } from '@/db/commands/post-written-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { sendInvoice } from '@/db/commands/send-document';
import { creditWarning } from '@/db/queries/credit-warning';
import { todayIn } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { formatMoney } from '@/lib/format';
import {
  creditInvoiceInput,
  draftIdInput,
  postInvoiceInput,
  sendInvoiceInput,
  toDay,
  toPostWritten,
  voidDocumentInput,
} from './input';

/** Posts an invoice that was written; `id` of the answer names it. */
export const postInvoice = formAction({
  may: 'books:write',
  verb: 'invoice_form',
  input: postInvoiceInput,
  run: async (tx, actor, input) => {
    const written = toPostWritten(input, actor.org.timeZone);
    const { documentId, number, settledMinor } = await postWrittenInvoice(tx, actor, written);
    const { customerId, currency, lines } = written.invoice;
    const { totalMinor } = linesTotal(priceLines(lines));
    const sent = input.send ? await sendInvoice(tx, actor, { documentId, note: '' }) : null;
    const sentences = [
      `Posted ${number}, ${formatMoney(totalMinor, currency)}.`,
      sent && `It goes to ${sent.address} in half a minute.`,
      settledMinor > 0 && `${formatMoney(settledMinor, currency)} of the account settled it.`,
      await creditWarning(tx, customerId),
    ];
    return { id: documentId, message: sentences.filter(Boolean).join(' ') };
  },
  stale: ['/', '/aging', '/customers', '/invoices'],
});

/** Mails an invoice to whoever gets the customer's bills. */
export const mailInvoice = formAction({
  may: 'books:write',
  verb: 'invoice_sent_form',
  input: sendInvoiceInput,
  run: async (tx, actor, input) => {
    const { number, address } = await sendInvoice(tx, actor, input);
    return { message: `${number} goes to ${address} in half a minute.` };
  },
  stale: ['/invoices'],
});

/** Throws a draft away. */
export const discardDraft = formAction({
  may: 'books:write',
  verb: 'draft_discarded_form',
  input: draftIdInput,
  run: async (tx, actor, input) => {
    await deleteDraftInvoice(tx, actor, input);
    return { message: 'Thrown away. It had no number, and nothing was owed.' };
  },
  stale: [],
});

/** Posts a credit memo about an invoice; `id` of the answer names it. */
export const creditInvoice = formAction({
  may: 'books:write',
  verb: 'credit_lines_form',
  input: creditInvoiceInput,
  run: async (tx, actor, { invoiceId, settles, creditDate, ...input }) => {
    const { documentId, number, unappliedMinor } = await postCreditMemo(tx, actor, {
      ...input,
      creditDate: toDay(creditDate, todayIn(actor.org.timeZone), 'creditDate'),
      source: 'staff',
      ...(settles === 'yes' ? { applyTo: invoiceId } : { invoiceId }),
    });
    const { totalMinor } = linesTotal(priceLines(input.lines));
    const rest =
      unappliedMinor > 0 ? ` ${formatMoney(unappliedMinor, input.currency)} of it is on the account.` : '';
    return {
      id: documentId,
      message: `Posted ${number}, ${formatMoney(totalMinor, input.currency)}.${rest}`,
    };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});

/** Voids an invoice or a credit memo: money on the other side is open again, and its number is kept. */
export const voidDocument = formAction({
  may: 'books:write',
  verb: 'document_voided_form',
  input: voidDocumentInput,
  run: async (tx, actor, input) => {
    const { number } = await reverseDocument(tx, actor, { ...input, source: 'staff' });
    return { message: `Voided by ${number}.` };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});
