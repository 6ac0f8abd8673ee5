import { notFound } from 'next/navigation';
import { currentActor } from '@/app/_auth/actor';
import { fileDownload, told } from '@/app/exports/download';
import { pdfInTurn } from '@/app/exports/pdf-turn';
import { ReceiptFile } from '@/components/pdf/receipt-file';
import { letterhead } from '@/db/queries/letterhead';
import { receiptOf } from '@/db/queries/receipts';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { TooMany } from '@/lib/too-many';
import { isUuid } from '@/lib/uuid';

/** The receipt of a payment as PDF, for staff and for the customer whose it is: anybody else's is not there. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await currentActor();
  const { id } = await params;
  if (!actor || !may(actor, actor.kind === 'staff' ? 'books:read' : 'portal:read') || !isUuid(id)) notFound();
  const found = await withScope(actor, 'read', async (tx) => {
    const receipt = await receiptOf(tx, id);
    return receipt && { receipt, ...(await letterhead(tx)) };
  });
  if (!found) notFound();
  try {
    const file = await pdfInTurn(() => ReceiptFile({ ...found, madeAt: new Date() }));
    const name = `receipt_${found.receipt.number}.pdf`.replace(/[^\w.-]+/g, '-').toLowerCase();
    return fileDownload(name, 'application/pdf', [file]);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    throw error;
  }
}
