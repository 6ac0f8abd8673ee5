'use server';
import { formAction } from '@/app/_actions/form-action';
import { postInvoice as post } from '@/db/commands/post-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { creditWarning } from '@/db/queries/credit-warning';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { formatMoney } from '@/lib/format';
import { postInvoiceInput, toPostInvoice, voidDocumentInput } from './input';

/** Posts an invoice; `id` of the answer names it. */
export const postInvoice = formAction({
  may: 'books:write',
  verb: 'invoice_form',
  input: postInvoiceInput,
  run: async (tx, actor, input) => {
    const invoice = toPostInvoice(input, actor.org.timeZone);
    const { documentId, number } = await post(tx, actor, invoice);
    const { totalMinor } = linesTotal(priceLines(invoice.lines));
    const warning = await creditWarning(tx, invoice.customerId);
    const message = `Posted ${number}, ${formatMoney(totalMinor, invoice.currency)}.`;
    return { id: documentId, message: warning === null ? message : `${message} ${warning}` };
  },
  stale: ['/', '/aging', '/customers', '/invoices'],
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
