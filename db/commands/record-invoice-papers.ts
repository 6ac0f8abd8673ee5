import type { StaffActor } from '@/lib/actor';
import { invoiceParams } from '@/lib/invoice-filters';
import type { InvoicePapers } from '../queries/invoice-papers';
import type { Tx } from '../scope';
import { recordReportRun } from './record-report-run';

/** Notes that somebody took many invoices away in one file, and which. */
export function recordInvoicePapers(
  tx: Tx,
  actor: StaffActor,
  { filters, asOf, knownAt, documents }: InvoicePapers,
  made: { readonly madeAt: Date; readonly fileHash: string },
): Promise<{ reportRunId: string }> {
  return recordReportRun(tx, actor, {
    kind: 'invoices_pdf',
    asOf,
    knownAt,
    filters: { ...invoiceParams(filters), invoices: documents.length },
    ...made,
  });
}
