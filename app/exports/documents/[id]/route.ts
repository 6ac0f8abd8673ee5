import { paperDownload } from '@/app/exports/paper-download';
import { documentFile } from '@/components/pdf/paper-files';
import { letterhead } from '@/db/queries/letterhead';
import { logoFile } from '@/db/queries/logo';
import { printedDocument } from '@/db/queries/printed-documents';

/** A posted document as PDF, for staff and for the customer whose it is. */
export const GET = paperDownload(async (tx, id) => {
  const document = await printedDocument(tx, id);
  return document && documentFile(document, await letterhead(tx), await logoFile(tx));
});
