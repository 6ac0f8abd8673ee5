import { and, desc, eq, gte, inArray, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import type { DocumentCursor, DocumentFilters } from '@/lib/document-filters';
import type { PlainDate } from '@/lib/domain/dates';
import { CREDIT_KINDS, type DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { countRows, sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { documents, paymentDetails } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { inPages, PAGE_OF_FILE } from './batches';
import { isOfNamed } from './customers';

/** Documents on one page of a list. */
const PAGE = 50;

/** The sums of a list in one currency, over all rows that the filters match. Signed like the documents. */
export interface BookTotals {
  readonly currency: string;
  readonly count: number;
  readonly amountMinor: Minor;
  readonly openMinor: Minor;
}

/** A document of a list with its customer. Amounts are signed. */
export interface BookRow {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly customerId: string;
  readonly customer: string;
  readonly documentDate: PlainDate;
  readonly purchaseOrder: string | null;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly openMinor: Minor;
  readonly isReversed: boolean;
}

/** One page of a list, and where the next begins; null on the last. */
export async function bookPage(
  tx: Tx,
  wanted: Wanted,
  { after, limit = PAGE }: { readonly after: DocumentCursor | null; readonly limit?: number },
): Promise<{ rows: BookRow[]; next: DocumentCursor | null }> {
  const found = await bookRows(tx, and(isWanted(wanted), isAfter(after)), limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? cursorOf(last) : null };
}

/** All documents that are wanted, in the order of the list, in batches. */
export function bookBatches(tx: Tx, wanted: Wanted): AsyncGenerator<readonly BookRow[]> {
  return inPages<BookRow, DocumentCursor>((after) => bookPage(tx, wanted, { after, limit: PAGE_OF_FILE }));
}

/** Which documents a list is about: those of some kinds, and what narrows them, in terms of documents; undefined is nothing. */
export interface Wanted {
  readonly kinds: readonly DocumentKind[];
  readonly narrowed: SQL | undefined;
}

/** The condition on documents that are wanted. */
export function isWanted({ kinds, narrowed }: Wanted): SQL | undefined {
  return and(inArray(documents.kind, [...kinds]), narrowed);
}

/**
 * The sums of all documents that are wanted, a row per currency, the most used first. What is open is summed over open items, which are
 * few; they tell their kind themselves, so that without anything narrower no document is looked up for them.
 */
export async function bookTotals(tx: Tx, wanted: Wanted): Promise<BookTotals[]> {
  const { kinds, narrowed } = wanted;
  const ids = new QueryBuilder().select({ id: documents.id }).from(documents).where(isWanted(wanted));
  const [totals, open] = await Promise.all([
    tx
      .select({
        currency: documents.currency,
        count: countRows(),
        amountMinor: sumMinor(documents.amountMinor),
      })
      .from(documents)
      .where(isWanted(wanted))
      .groupBy(documents.currency)
      .orderBy(sql`count(*) desc, ${documents.currency}`),
    tx
      .select({ currency: openItems.currency, openMinor: sumMinor(openItems.openMinor) })
      .from(openItems)
      .where(
        and(
          ne(openItems.openMinor, ZERO),
          inArray(openItems.kind, [...kinds]),
          narrowed && inArray(openItems.documentId, ids),
        ),
      )
      .groupBy(openItems.currency),
  ]);
  const openBy = new Map(open.map(({ currency, openMinor }) => [currency, openMinor]));
  return totals.map((each) => ({ ...each, openMinor: openBy.get(each.currency) ?? ZERO }));
}

/** What every list of documents of such kinds narrows by; bounds on the amount are on its magnitude. */
export function bookConditions(
  kinds: readonly DocumentKind[],
  filters: DocumentFilters<string>,
): (SQL | undefined)[] {
  const { q, customerId, currency, from, to, minMinor, maxMinor, documentIds } = filters;
  // Credits are below 0: the greatest of them is the least number.
  const isCredit = kinds.some((kind) => (CREDIT_KINDS as readonly DocumentKind[]).includes(kind));
  const [least, most] = isCredit ? [negated(maxMinor), negated(minMinor)] : [minMinor, maxMinor];
  return [
    customerId ? eq(documents.customerId, customerId) : undefined,
    currency ? eq(documents.currency, currency) : undefined,
    q ? mentions(q) : undefined,
    from === null ? undefined : gte(documents.documentDate, from),
    to === null ? undefined : lte(documents.documentDate, to),
    least === null ? undefined : gte(documents.amountMinor, least),
    most === null ? undefined : lte(documents.amountMinor, most),
    documentIds.length > 0 ? inArray(documents.id, [...documentIds]) : undefined,
  ];
}

function negated(amount: Minor | null): Minor | null {
  return amount === null ? null : toMinor(-amount);
}

/**
 * Of a document: whether it has an open item for which `condition` holds. They are looked up first, as one array: a plan that walks the
 * list until enough have one reads all of it when none has.
 */
export function hasOpenItem(condition: SQL | undefined): SQL {
  return sql`${documents.id} = any(array(${openDocuments(condition).getSQL()}))`;
}

/** Of a document: whether it has no open item. */
export function hasNoOpenItem(): SQL {
  return notInArray(documents.id, openDocuments(undefined));
}

function openDocuments(condition: SQL | undefined) {
  return new QueryBuilder()
    .select({ id: openItems.documentId })
    .from(openItems)
    .where(and(ne(openItems.openMinor, ZERO), condition));
}

/** Whether a document was taken back. */
export const IS_REVERSED = sql<boolean>`exists (select from documents r where r.reverses_id = ${documents.id})`;

const NEWEST = [desc(documents.documentDate), desc(documents.number), desc(documents.id)];

/** So many of the documents that `where` matches, newest first, ties by number. `where` speaks of documents alone. */
function bookRows(tx: Tx, where: SQL | undefined, limit: number): Promise<BookRow[]> {
  const found = new QueryBuilder()
    .select({ id: documents.id })
    .from(documents)
    .where(where)
    .orderBy(...NEWEST)
    .limit(limit)
    .as('found');
  // Written out for the fifty that are shown, so that nothing is summed up for the others.
  const open = sql<Minor>`(select coalesce(sum(i.open_minor), 0)::bigint from ${openItems} i
    where i.document_id = ${documents.id})`;
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      customerId: documents.customerId,
      customer: customers.name,
      documentDate: documents.documentDate,
      purchaseOrder: documents.purchaseOrder,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
      openMinor: open.mapWith(toMinor),
      isReversed: IS_REVERSED,
    })
    .from(found)
    .innerJoin(documents, eq(documents.id, found.id))
    .innerJoin(customers, eq(customers.id, documents.customerId))
    .orderBy(...NEWEST);
}

function isAfter(cursor: DocumentCursor | null): SQL | undefined {
  if (cursor === null) return undefined;
  const [on, number, id] = cursor;
  return sql`(${documents.documentDate}, ${documents.number}, ${documents.id}) < (${on}::date, ${number}, ${id}::uuid)`;
}

function cursorOf({ documentDate, number, documentId }: BookRow): DocumentCursor {
  return [documentDate, number, documentId];
}

/** Looks the references up first, so that each document is only compared with what was found. */
function mentions(q: string): SQL | undefined {
  const has = (key: AnyPgColumn) => sql`strpos(${key}, lower(${q})) > 0`;
  const referred = new QueryBuilder()
    .select({ id: paymentDetails.documentId })
    .from(paymentDetails)
    .where(has(paymentDetails.referenceKey));
  return or(
    has(documents.numberKey),
    has(documents.purchaseOrderKey),
    isOfNamed(documents.customerId, q),
    inArray(documents.id, referred),
  );
}
