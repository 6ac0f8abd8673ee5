import { paperOf } from '@/components/invoices/paper-of';
import { InvoiceFile } from '@/components/pdf/invoice-file';
import { ReceiptFile } from '@/components/pdf/receipt-file';
import { renderPdf } from '@/components/pdf/render';
import { StatementFile } from '@/components/pdf/statement-file';
import type { ClaimedMail } from '@/db/commands/claim-mail';
import { lastRecorded } from '@/db/queries/last-recorded';
import { letterhead } from '@/db/queries/letterhead';
import { printedDocument } from '@/db/queries/printed-documents';
import { receiptOf } from '@/db/queries/receipts';
import { statementPaper } from '@/db/queries/statement-paper';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { MailFile } from '@/lib/integrations/smtp';

/**
 * The files that a mail brings along: the invoice, the receipt, or the statement, as the application draws them everywhere. They are a
 * few pages each, drawn here in less time than a thread of its own would take to start; files of thousands of pages have one.
 */
export async function mailFiles(
  worker: StaffActor,
  { params, documentId, customerId }: Pick<ClaimedMail, 'params' | 'documentId' | 'customerId'>,
): Promise<MailFile[]> {
  if (params.kind === 'invoice' && documentId) return invoiceFile(worker, documentId);
  if (params.kind === 'receipt' && documentId) return receiptFile(worker, documentId);
  if (params.kind === 'statement' && customerId)
    return statementFile(worker, { customerId, currency: params.currency, asOf: params.asOf });
  return [];
}

async function invoiceFile(worker: StaffActor, documentId: string): Promise<MailFile[]> {
  const found = await withScope(worker, 'read', async (tx) => {
    const document = await printedDocument(tx, documentId);
    return document && { document, head: await letterhead(tx) };
  });
  if (!found) throw new Error('the invoice is gone');
  const { document, head } = found;
  const madeAt = new Date(`${document.documentDate}T00:00:00Z`);
  const content = paperOf(document, head);
  const file = await renderPdf(() => InvoiceFile({ content, paper: head.paper, madeAt }));
  return [pdf(`${content.title}_${document.number}`.toLowerCase(), file)];
}

async function receiptFile(worker: StaffActor, documentId: string): Promise<MailFile[]> {
  const found = await withScope(worker, 'read', async (tx) => {
    const receipt = await receiptOf(tx, documentId);
    return receipt && { receipt, ...(await letterhead(tx)) };
  });
  if (!found) throw new Error('the payment is gone');
  const file = await renderPdf(() => ReceiptFile({ ...found, madeAt: new Date() }));
  return [pdf(`receipt_${found.receipt.number}`.toLowerCase(), file)];
}

async function statementFile(
  worker: StaffActor,
  about: { readonly customerId: string; readonly currency: string; readonly asOf: PlainDate },
): Promise<MailFile[]> {
  const content = await withScope(worker, 'read', async (tx) =>
    statementPaper(tx, {
      ...about,
      from: null,
      knownAt: await lastRecorded(tx),
      bounds: worker.org.bounds,
    }),
  );
  if (!content) throw new Error('the customer is gone');
  const file = await renderPdf(() => StatementFile({ content, madeAt: new Date() }));
  return [pdf(`statement_${content.code ?? ''}_${about.asOf}`, file)];
}

function pdf(name: string, content: Uint8Array): MailFile {
  return { filename: `${name.replace(/[^\w.-]+/g, '-')}.pdf`, content, contentType: 'application/pdf' };
}
