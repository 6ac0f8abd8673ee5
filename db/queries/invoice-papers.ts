import type { PlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import type { InvoiceFilters } from '@/lib/invoice-filters';
import type { LogoFile } from '@/lib/logo';
import type { Tx } from '../scope';
import { invoiceBatches, invoiceCount } from './invoice-book';
import { type Letterhead, letterhead } from './letterhead';
import { logoFile } from './logo';
import { type PrintedDocument, printedDocuments } from './printed-documents';

/** Invoices that one file may hold. */
export const MOST_INVOICES = 500;

/** Many invoices for one file, in the order of the list, and on whose paper. */
export interface InvoicePapers {
  readonly filters: InvoiceFilters;
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
  readonly head: Letterhead;
  readonly logo: LogoFile | null;
  readonly documents: readonly PrintedDocument[];
}

/** Reads the invoices that the filters match; their number alone when it is above `most`. */
export async function invoicePapers(
  tx: Tx,
  filters: InvoiceFilters,
  { today, knownAt, most }: { readonly today: PlainDate; readonly knownAt: Instant; readonly most: number },
): Promise<InvoicePapers | number> {
  const count = await invoiceCount(tx, filters, today);
  if (count > most) return count;
  const documents: PrintedDocument[] = [];
  for await (const rows of invoiceBatches(tx, filters, today))
    documents.push(
      ...(await printedDocuments(
        tx,
        rows.map((row) => row.documentId),
      )),
    );
  return { filters, asOf: today, knownAt, head: await letterhead(tx), logo: await logoFile(tx), documents };
}
