import { documentFile, type PaperFile, pdfName, receiptFile } from '@/components/pdf/paper-files';
import { renderPdf } from '@/components/pdf/render';
import { StatementFile } from '@/components/pdf/statement-file';
import type { ClaimedMail } from '@/db/commands/claim-mail';
import { lastRecorded } from '@/db/queries/last-recorded';
import { letterhead } from '@/db/queries/letterhead';
import { logoFile } from '@/db/queries/logo';
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
  if (params.kind === 'invoice' && documentId) return invoicePdf(worker, documentId);
  if (params.kind === 'receipt' && documentId) return receiptPdf(worker, documentId);
  if (params.kind === 'statement' && customerId)
    return statementPdf(worker, { customerId, currency: params.currency, asOf: params.asOf });
  return [];
}

async function invoicePdf(worker: StaffActor, documentId: string): Promise<MailFile[]> {
  const paper = await withScope(worker, 'read', async (tx) => {
    const document = await printedDocument(tx, documentId);
    return document && documentFile(document, await letterhead(tx), await logoFile(tx));
  });
  if (!paper) throw new Error('the invoice is gone');
  return attached(paper);
}

async function receiptPdf(worker: StaffActor, documentId: string): Promise<MailFile[]> {
  const paper = await withScope(worker, 'read', async (tx) => {
    const receipt = await receiptOf(tx, documentId);
    return receipt && receiptFile(receipt, await letterhead(tx), await logoFile(tx));
  });
  if (!paper) throw new Error('the payment is gone');
  return attached(paper);
}

async function statementPdf(
  worker: StaffActor,
  about: { readonly customerId: string; readonly currency: string; readonly asOf: PlainDate },
): Promise<MailFile[]> {
  const found = await withScope(worker, 'read', async (tx) => {
    const knownAt = await lastRecorded(tx);
    const content = await statementPaper(tx, { ...about, from: null, knownAt, bounds: worker.org.bounds });
    return content && { content, logo: await logoFile(tx) };
  });
  if (!found) throw new Error('the customer is gone');
  return attached({
    name: pdfName(`statement_${found.content.code ?? ''}_${about.asOf}`),
    draw: () => StatementFile({ ...found, madeAt: new Date() }),
  });
}

async function attached({ name, draw }: PaperFile): Promise<MailFile[]> {
  return [{ filename: name, content: await renderPdf(draw), contentType: 'application/pdf' }];
}
