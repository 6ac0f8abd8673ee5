import { paperDownload } from '@/app/exports/paper-download';
import { receiptFile } from '@/components/pdf/paper-files';
import { letterhead } from '@/db/queries/letterhead';
import { logoFile } from '@/db/queries/logo';
import { receiptOf } from '@/db/queries/receipts';

/** The receipt of a payment as PDF, for staff and for the customer whose it is. */
export const GET = paperDownload(async (tx, id) => {
  const receipt = await receiptOf(tx, id);
  return receipt && receiptFile(receipt, await letterhead(tx), await logoFile(tx));
});
