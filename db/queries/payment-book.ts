import { and, inArray, type SQL } from 'drizzle-orm';
import type { DocumentFilters, PaymentShow } from '@/lib/document-filters';
import { paymentDetails } from '../schema/documents';
import type { Tx } from '../scope';
import {
  type BookRow,
  type BookTotals,
  bookConditions,
  bookRows,
  bookTotals,
  hasOpenItem,
  IS_REVERSED,
} from './document-book';

/** A payment of the list. Amounts are below 0; `openMinor` is what nothing has taken. */
export interface PaymentBookRow extends BookRow {
  readonly method: string | null;
  readonly reference: string | null;
}

/** One page of payments, and the sums of all that the filters match, per currency. */
export interface PaymentBook {
  readonly rows: readonly PaymentBookRow[];
  readonly totals: readonly BookTotals[];
}

/** Money that arrived, newest first, narrowed by the filters. */
export async function paymentBook(tx: Tx, filters: DocumentFilters<PaymentShow>): Promise<PaymentBook> {
  const where = and(...bookConditions(['payment'], filters), shown(filters.show));
  const rows = await bookRows(tx, where, filters.page);
  const totals = await bookTotals(tx, where);
  const details = await detailsOf(
    tx,
    rows.map((row) => row.documentId),
  );
  return {
    totals,
    rows: rows.map((row) => ({ method: null, reference: null, ...row, ...details.get(row.documentId) })),
  };
}

function shown(show: PaymentShow): SQL | undefined {
  const conditions: Readonly<Record<PaymentShow, SQL | undefined>> = {
    all: undefined,
    unapplied: hasOpenItem(undefined),
    reversed: IS_REVERSED,
  };
  return conditions[show];
}

/** How the payments of one page were made. */
async function detailsOf(tx: Tx, documentIds: readonly string[]) {
  if (documentIds.length === 0) return new Map<string, Pick<PaymentBookRow, 'method' | 'reference'>>();
  const rows = await tx
    .select({
      documentId: paymentDetails.documentId,
      method: paymentDetails.method,
      reference: paymentDetails.reference,
    })
    .from(paymentDetails)
    .where(inArray(paymentDetails.documentId, [...documentIds]));
  return new Map(rows.map(({ documentId, ...details }) => [documentId, details]));
}
