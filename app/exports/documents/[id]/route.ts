import { notFound } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import { fileDownload, told } from '@/app/exports/download';
import { pdfInTurn } from '@/app/exports/pdf-turn';
import { paperOf } from '@/components/invoices/paper-of';
import { InvoiceFile } from '@/components/pdf/invoice-file';
import { letterhead } from '@/db/queries/letterhead';
import { printedDocument } from '@/db/queries/printed-documents';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { TooMany } from '@/lib/too-many';
import { isUuid } from '@/lib/uuid';

/** A posted document as PDF, for staff and for the customer whose it is: anybody else's is not there. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await currentActor();
  const { id } = await params;
  if (!actor || !may(actor, actor.kind === 'staff' ? 'books:read' : 'portal:read') || !isUuid(id)) notFound();
  const found = await withScope(actor, 'read', async (tx) => {
    const document = await printedDocument(tx, id);
    return document && { document, head: await letterhead(tx) };
  });
  if (!found) notFound();
  const { document, head } = found;
  // Of its own day, so that the file of a document is always the same.
  const madeAt = new Date(`${document.documentDate}T00:00:00Z`);
  const content = paperOf(document, head);
  try {
    const file = await pdfInTurn(() => InvoiceFile({ content, paper: head.paper, madeAt }));
    const name = `${content.title}_${document.number}.pdf`.replace(/[^\w.-]+/g, '-').toLowerCase();
    return fileDownload(name, 'application/pdf', [file]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
