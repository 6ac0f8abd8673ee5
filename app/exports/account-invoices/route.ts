import { requireCustomer } from '@/app/_auth/actor';
import { fileDownload, told } from '@/app/exports/download';
import { pdfInTurn } from '@/app/exports/pdf-turn';
import { InvoicesFile } from '@/components/pdf/invoices-file';
import { unpaidPapers } from '@/db/queries/unpaid-papers';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { PAPERS_AT_ONCE } from '@/lib/papers-at-once';
import { TooMany } from '@/lib/too-many';

/** The unpaid invoices of the customer that asks in one PDF, those due first; as many as are made while somebody waits. */
export async function GET(): Promise<Response> {
  const actor = await requireCustomer();
  const today = todayIn(actor.org.timeZone);
  const content = await withScope(actor, 'read', (tx) => unpaidPapers(tx, { today, most: PAPERS_AT_ONCE }));
  if (content.documents.length === 0) return told(422, 'Nothing is unpaid, so there is no invoice to fetch.');
  try {
    const file = await pdfInTurn(() => InvoicesFile({ content, madeAt: new Date() }));
    return fileDownload(`invoices_${today}.pdf`, 'application/pdf', [file]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
