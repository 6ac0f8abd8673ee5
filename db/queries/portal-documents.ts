import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { CREDIT_KINDS, type DocumentKind } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import type { HistoryCursor } from '@/lib/history-cursor';
import { countRows, openMinorAt } from '../expressions';
import { AS_POSTED } from '../posted';
import { documents, paymentDetails } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import {
  DOCUMENT_HEAD,
  type DocumentHead,
  type DocumentItem,
  type DocumentLine,
  documentItemsOf,
  documentLinesOf,
} from './document-parts';

/** Credits on one page of the history. */
const HISTORY_PAGE = 50;

/** A document as its customer may see it: no reasons, no sources, nothing said among the staff. */
export interface PortalDocument extends DocumentHead {
  readonly documentId: string;
  readonly isReversed: boolean;
  readonly lines: readonly DocumentLine[];
  /** By due day. */
  readonly items: readonly DocumentItem[];
  /** What settled it and still does, oldest first. */
  readonly settledBy: readonly PortalCredit[];
}

/** A payment or another credit, as far as it settled one document. */
export interface PortalCredit {
  readonly allocationId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly method: string | null;
  readonly effectiveOn: PlainDate;
  readonly amountMinor: Minor;
}

/** One document of the customer that asks; null when there is none. For the portal. */
export async function portalDocument(tx: Tx, id: string): Promise<PortalDocument | null> {
  const reversal = alias(documents, 'reversal');
  const [head] = await tx
    .select({
      documentId: documents.id,
      ...DOCUMENT_HEAD,
      isReversed: sql<boolean>`${reversal.id} is not null`,
    })
    .from(documents)
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .where(eq(documents.id, id));
  if (!head) return null;
  const lines = await documentLinesOf(tx, id);
  const items = await documentItemsOf(tx, id, AS_POSTED);
  return { ...head, lines, items, settledBy: head.isReversed ? [] : await creditsOf(tx, id) };
}

async function creditsOf(tx: Tx, documentId: string): Promise<PortalCredit[]> {
  const [debit, credit] = [alias(openItems, 'debit'), alias(openItems, 'credit')];
  const undo = alias(allocations, 'undo');
  return tx
    .select({
      allocationId: allocations.id,
      kind: documents.kind,
      number: documents.number,
      method: paymentDetails.method,
      effectiveOn: allocations.effectiveOn,
      amountMinor: allocations.amountMinor,
    })
    .from(allocations)
    .innerJoin(debit, eq(debit.id, allocations.debitItemId))
    .innerJoin(credit, eq(credit.id, allocations.creditItemId))
    .innerJoin(documents, eq(documents.id, credit.documentId))
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .leftJoin(undo, eq(undo.reversesId, allocations.id))
    .where(and(eq(debit.documentId, documentId), isNull(allocations.reversesId), isNull(undo.id)))
    .orderBy(asc(allocations.effectiveOn), asc(allocations.recordedAt), asc(allocations.id))
    .limit(500);
}

/** A payment or another credit in the history of a customer. Amounts are below 0. */
export interface PortalHistoryRow {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly documentDate: PlainDate;
  readonly currency: string;
  readonly method: string | null;
  readonly amountMinor: Minor;
  /** What nothing has taken yet. */
  readonly openMinor: Minor;
  readonly isReversed: boolean;
  /** Numbers of the documents that it settles, at most five. */
  readonly settles: readonly string[];
}

/** A page of a customer's history, how much there is on all, and where the next begins (null: nowhere). */
export interface PortalHistory {
  readonly rows: readonly PortalHistoryRow[];
  readonly count: number;
  readonly next: HistoryCursor | null;
}

/** What the customer that asks has paid or was credited, newest first, one page after a row of it. For the portal. */
export async function portalHistory(tx: Tx, after: HistoryCursor | null): Promise<PortalHistory> {
  const isCredit = inArray(documents.kind, [...CREDIT_KINDS]);
  const [all] = await tx.select({ count: countRows() }).from(documents).where(isCredit);
  const found = await historyRows(tx, isCredit, after);
  const rows = found.slice(0, HISTORY_PAGE);
  const last = rows.at(-1);
  return {
    rows,
    count: all?.count ?? 0,
    next: found.length > HISTORY_PAGE && last ? [last.documentDate, last.documentId] : null,
  };
}

function historyRows(tx: Tx, isCredit: SQL, after: HistoryCursor | null): Promise<PortalHistoryRow[]> {
  const reversal = alias(documents, 'reversal');
  const isAfter =
    after && sql`(${documents.documentDate}, ${documents.id}) < (${after[0]}::date, ${after[1]}::uuid)`;
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      documentDate: documents.documentDate,
      currency: documents.currency,
      method: paymentDetails.method,
      amountMinor: documents.amountMinor,
      openMinor: openMinorAt(AS_POSTED),
      isReversed: sql<boolean>`${reversal.id} is not null`,
      settles: sql<string[]>`coalesce((select json_agg(number) from (
        select distinct d.number from ${allocations} a
          join ${openItems} i on i.id = a.debit_item_id join ${documents} d on d.id = i.document_id
        where a.credit_item_id = ${openItems.id} and a.reverses_id is null and d.kind <> 'reversal'
          and not exists (select from ${allocations} u where u.reverses_id = a.id)
        order by d.number limit 5) as settled), '[]')`,
    })
    .from(documents)
    .innerJoin(openItems, eq(openItems.documentId, documents.id))
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .where(and(isCredit, isAfter ?? undefined))
    .orderBy(desc(documents.documentDate), desc(documents.id))
    .limit(HISTORY_PAGE + 1)
    .execute();
}
