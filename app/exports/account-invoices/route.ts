import { requireCustomer } from '@/app/_auth/actor';
import { told } from '@/app/exports/download';
import { pdfDownload } from '@/app/exports/pdf-download';
import { InvoicesFile } from '@/components/pdf/invoices-file';
import { unpaidPapers } from '@/db/queries/unpaid-papers';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { PAPERS_AT_ONCE } from '@/lib/papers-at-once';

/** The unpaid invoices of the customer that asks in one PDF, those due first; as many as are made while somebody waits. */
export async function GET(): Promise<Response> {
  const actor = await requireCustomer();
  const today = todayIn(actor.org.timeZone);
  const content = await withScope(actor, 'read', (tx) => unpaidPapers(tx, { today, most: PAPERS_AT_ONCE }));
  if (content.documents.length === 0) return told(422, 'Nothing is unpaid, so there is no invoice to fetch.');
  return pdfDownload(`invoices_${today}.pdf`, () => InvoicesFile({ content, madeAt: new Date() }));
}
