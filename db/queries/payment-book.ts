import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { DocumentCursor } from '@/lib/document-filters';
import type { DocumentKind } from '@/lib/domain/documents';
import { ZERO } from '@/lib/domain/money';
import type { PaymentFilters, PaymentShow } from '@/lib/payment-filters';
import { documents, paymentDetails } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import {
  type BookRow,
  type BookTotals,
  bookBatches,
  bookConditions,
  bookPage,
  bookTotals,
  hasOpenItem,
  IS_REVERSED,
  type Wanted,
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
  readonly next: DocumentCursor | null;
}

/** Ways of paying that a filter offers, at most. */
const MOST_METHODS = 50;
/** What the list is about. */
const KINDS: readonly DocumentKind[] = ['payment'];

/** Money that arrived, newest first, narrowed by the filters. */
export async function paymentBook(tx: Tx, filters: PaymentFilters): Promise<PaymentBook> {
  const wanted = matching(filters);
  const { rows, next } = await bookPage(tx, wanted, filters);
  return { rows: await withDetails(tx, rows), totals: await bookTotals(tx, wanted), next };
}

/** All payments that the filters match, in the order of the list, in batches. */
export async function* paymentBatches(tx: Tx, filters: PaymentFilters): AsyncGenerator<PaymentBookRow[]> {
  for await (const rows of bookBatches(tx, matching(filters))) yield await withDetails(tx, rows);
}

/** How payments were made, each way once, in order of the alphabet: from each to the next, as there are few among very many. */
export async function paymentMethods(tx: Tx): Promise<string[]> {
  const first = sql`select ${paymentDetails.method} from ${paymentDetails}`;
  const order = sql`order by ${paymentDetails.method} limit 1`;
  const rows = await tx.execute<{ method: string }>(sql`
    with recursive methods as ((${first} ${order})
      union all select (${first} where ${paymentDetails.method} > methods.method ${order}) from methods where methods.method is not null)
    select method from methods where method is not null limit ${MOST_METHODS}`);
  return rows.map(({ method }) => method);
}

function matching(filters: PaymentFilters): Wanted {
  const { show, method } = filters;
  const paidBy = new QueryBuilder()
    .select({ id: paymentDetails.documentId })
    .from(paymentDetails)
    .where(eq(paymentDetails.method, method ?? ''));
  return {
    kinds: KINDS,
    narrowed: and(
      ...bookConditions(KINDS, filters),
      shown(show),
      method === null ? undefined : inArray(documents.id, paidBy),
    ),
  };
}

function shown(show: PaymentShow): SQL | undefined {
  const conditions: Readonly<Record<PaymentShow, SQL | undefined>> = {
    all: undefined,
    unapplied: hasOpenItem(lt(openItems.openMinor, ZERO)),
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
