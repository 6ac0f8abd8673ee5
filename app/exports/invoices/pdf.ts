import { InvoicesFile } from '@/components/pdf/invoices-file';
import { recordInvoicePapers } from '@/db/commands/record-invoice-papers';
import { invoicePapers, MOST_INVOICES } from '@/db/queries/invoice-papers';
import { lastRecorded } from '@/db/queries/last-recorded';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { type InvoiceFilters, invoiceParams } from '@/lib/invoice-filters';
import { PAPERS_AT_ONCE } from '@/lib/papers-at-once';
import { Refusal } from '@/lib/refusal';
import { hashOf } from '../aging/file';
import { leaveToWorker } from '../papers-download';
import { pdfInTurn } from '../pdf-turn';

/**
 * Many invoices in one file, noted as taken away; null when they are many and were put on the list of the worker.
 * @throws Refusal `not_found` when there is none, `too_many` above 500.
 */
export async function invoicesPdf(
  actor: StaffActor,
  { filters, fileName }: { readonly filters: InvoiceFilters; readonly fileName: string },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const today = todayIn(actor.org.timeZone);
  const content = await withScope(
    actor,
    'read',
    async (tx) =>
      invoicePapers(tx, filters, { today, knownAt: await lastRecorded(tx), most: PAPERS_AT_ONCE }),
    LARGE_BOOKS_WITHIN,
  );
  if (typeof content === 'number') {
    const params = invoiceParams(filters);
    await leaveToWorker(actor, { kind: 'invoices', count: content, most: MOST_INVOICES, params, fileName });
    return null;
  }
  if (content.documents.length === 0)
    throw new Refusal('not_found', 'No invoice matches any more. Choose others.');
  const madeAt = new Date();
  const file = await pdfInTurn(() => InvoicesFile({ content, madeAt }));
  const made = { madeAt, fileHash: hashOf([file]) };
  await withScope(actor, 'write', (tx) => recordInvoicePapers(tx, actor, content, made));
  return file;
}
