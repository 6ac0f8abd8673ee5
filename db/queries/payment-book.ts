import { and, between, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { toMinor } from '@/lib/domain/money';
import type { PaymentCursor, PaymentFilters, PaymentShow } from '@/lib/payment-filters';
import { documents, paymentDetails } from '../schema/documents';
import type { Tx } from '../scope';
import {
  BOOK_PAGE,
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
  readonly payer: string | null;
}

/** One page of payments, and the sums of all that the filters match, per currency. */
export interface PaymentBook {
  readonly rows: readonly PaymentBookRow[];
  readonly totals: readonly BookTotals[];
  /** Where the next page begins; null on the last. */
  readonly next: PaymentCursor | null;
}

/** Payments of a file that are read at once. */
const BATCH = 500;
/** Ways of paying that a filter offers, at most. */
const MOST_METHODS = 50;

/** Money that arrived, newest first, narrowed by the filters. */
export async function paymentBook(tx: Tx, filters: PaymentFilters): Promise<PaymentBook> {
  const where = matching(filters);
  const found = await bookRows(tx, and(where, after(filters.after)), { limit: BOOK_PAGE + 1, offset: 0 });
  const rows = found.slice(0, BOOK_PAGE);
  const last = rows.at(-1);
  return {
    rows: await withDetails(tx, rows),
    totals: await bookTotals(tx, where),
    next: found.length > BOOK_PAGE && last ? cursorOf(last) : null,
  };
}

/** All payments that the filters match, in the order of the list, in batches. */
export async function* paymentBatches(tx: Tx, filters: PaymentFilters): AsyncGenerator<PaymentBookRow[]> {
  let last: PaymentCursor | null = null;
  while (true) {
    const where = and(matching(filters), after(last));
    // oxlint-disable-next-line no-await-in-loop -- each batch begins where the one before ended
    const rows: BookRow[] = await bookRows(tx, where, { limit: BATCH, offset: 0 });
    // oxlint-disable-next-line no-await-in-loop -- a batch is handed out before the next is read
    if (rows.length > 0) yield await withDetails(tx, rows);
    const end = rows.at(-1);
    if (rows.length < BATCH || !end) return;
    last = cursorOf(end);
  }
}

/** How payments were made, each way once, in order of the alphabet. */
export async function paymentMethods(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ method: paymentDetails.method })
    .from(paymentDetails)
    .groupBy(paymentDetails.method)
    .orderBy(paymentDetails.method)
    .limit(MOST_METHODS);
  return rows.map(({ method }) => method);
}

function cursorOf({ documentDate, number, documentId }: BookRow): PaymentCursor {
  return [documentDate, number, documentId];
}

function matching(filters: PaymentFilters): SQL | undefined {
  const { show, method, from, to, minMinor, maxMinor, documentIds } = filters;
  // A payment is a credit: its amount is below 0.
  const least = maxMinor === null ? undefined : gte(documents.amountMinor, toMinor(-maxMinor));
  const most = minMinor === null ? undefined : lte(documents.amountMinor, toMinor(-minMinor));
  const paidBy = new QueryBuilder()
    .select({ id: paymentDetails.documentId })
    .from(paymentDetails)
    .where(eq(paymentDetails.method, method ?? ''));
  return and(
    ...bookConditions(['payment'], filters),
    shown(show),
    method === null ? undefined : inArray(documents.id, paidBy),
    from && to
      ? between(documents.documentDate, from, to)
      : from
        ? gte(documents.documentDate, from)
        : to
          ? lte(documents.documentDate, to)
          : undefined,
    least,
    most,
    documentIds.length > 0 ? inArray(documents.id, [...documentIds]) : undefined,
  );
}

function after(cursor: PaymentCursor | null): SQL | undefined {
  if (cursor === null) return undefined;
  const [on, number, id] = cursor;
  return sql`(${documents.documentDate}, ${documents.number}, ${documents.id}) < (${on}::date, ${number}, ${id}::uuid)`;
}

function shown(show: PaymentShow): SQL | undefined {
  const conditions: Readonly<Record<PaymentShow, SQL | undefined>> = {
    all: undefined,
    unapplied: hasOpenItem(undefined),
    reversed: IS_REVERSED,
  };
  return conditions[show];
}

/** With how the payments of one page were made. */
async function withDetails(tx: Tx, rows: readonly BookRow[]): Promise<PaymentBookRow[]> {
  if (rows.length === 0) return [];
  const details = await tx
    .select({
      documentId: paymentDetails.documentId,
      method: paymentDetails.method,
      reference: paymentDetails.reference,
      payer: paymentDetails.payer,
    })
    .from(paymentDetails)
    .where(
      inArray(
        paymentDetails.documentId,
        rows.map(({ documentId }) => documentId),
      ),
    );
  const byId = new Map(details.map(({ documentId, ...each }) => [documentId, each]));
  return rows.map((row) => ({
    method: null,
    reference: null,
    payer: null,
    ...row,
    ...byId.get(row.documentId),
  }));
}
