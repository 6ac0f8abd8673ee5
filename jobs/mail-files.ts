import type { ClaimedMail } from '@/db/commands/claim-mail';
import { lastRecorded } from '@/db/queries/last-recorded';
import { letterhead } from '@/db/queries/letterhead';
import { printedDocument } from '@/db/queries/printed-documents';
import { receiptOf } from '@/db/queries/receipts';
import { statementPaper } from '@/db/queries/statement-paper';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { MailFile } from '@/lib/integrations/smtp';
import type { LogoFile } from '@/lib/logo';
import { drawFile, type PaperWork } from './draw-file';

type Asked = Pick<ClaimedMail, 'params' | 'documentId' | 'customerId'>;

/**
 * The files that a mail brings along: the invoice, the receipt, or the statement, as the application draws them everywhere, with the
 * picture of the business that the letter shows.
 */
export async function mailFiles(worker: StaffActor, mail: Asked, logo: LogoFile | null): Promise<MailFile[]> {
  const work = await withScope(worker, 'read', (tx) => workOf(tx, worker, mail));
  if (!work) return [];
  const { name, file } = await drawFile({ ...work, logo });
  return [{ filename: name, content: file, contentType: 'application/pdf' }];
}

/** What the file is drawn from; null when the mail brings none. @throws Error when what it is of is gone. */
async function workOf(
  tx: Tx,
  { org }: StaffActor,
  { params, documentId, customerId }: Asked,
): Promise<PaperWork | null> {
  if (params.kind === 'invoice' && documentId) {
    const document = await printedDocument(tx, documentId);
    if (!document) throw new Error('the invoice is gone');
    return { kind: 'document', document, head: await letterhead(tx) };
  }
  if (params.kind === 'receipt' && documentId) {
    const receipt = await receiptOf(tx, documentId);
    if (!receipt) throw new Error('the payment is gone');
    return { kind: 'receipt', receipt, head: await letterhead(tx) };
  }
  if (params.kind !== 'statement' || !customerId) return null;
  const { currency, asOf } = params;
  const content = await statementPaper(tx, {
    customerId,
    currency,
    asOf,
    from: null,
    knownAt: await lastRecorded(tx),
    bounds: org.bounds,
  });
  if (!content) throw new Error('the customer is gone');
  return { kind: 'statement', content };
}
