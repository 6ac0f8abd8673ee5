import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind, DocumentSource } from '@/lib/domain/documents';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import { type DocumentStatus, statusOf } from '@/lib/domain/status';
import { appliedBy, knownBy, type Moment, undoneBy } from '../expressions';
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
import type { DocumentRate } from './exchange-rates';

/** At most so many applications of one document are listed, the latest of them. */
const MAX_ALLOCATIONS = 500;

/** Another document, as far as a link to it needs. */
interface DocumentRef {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
}

/** Money applied between this document and another one. */
export interface DocumentAllocation {
  readonly allocationId: string;
  /** The item of this document. */
  readonly itemId: string;
  readonly other: DocumentRef;
  /** Above 0. */
  readonly amountMinor: Minor;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Date;
  /** The day from which it was taken back; null while it stands. */
  readonly undoneOn: PlainDate | null;
  readonly undoneAt: Date | null;
  /** Settles a reversed document with its reversal, and cannot be undone. */
  readonly isReversal: boolean;
}

/** A document with everything that its page shows, as of a moment. */
export interface DocumentDetail extends DocumentHead {
  readonly documentId: string;
  readonly customerId: string;
  readonly openMinor: Minor;
  /** What it was posted with; null in the base currency, or when no rate was known. */
  readonly rate: DocumentRate | null;
  readonly status: DocumentStatus;
  readonly reason: string | null;
  readonly source: DocumentSource;
  readonly recordedAt: Date;
  /** The bank side; null unless it is a payment. */
  readonly payment: {
    readonly method: string;
    readonly reference: string | null;
    readonly payer: string | null;
  } | null;
  /** What it is about: the invoice of a credit memo, the credit of a refund; null for nothing. */
  readonly relatesTo: DocumentRef | null;
  /** Of a reversal: what it takes back. */
  readonly reverses: DocumentRef | null;
  /** What took this document back by the moment asked for; null while it stands. */
  readonly reversedBy:
    | (DocumentRef & {
        readonly documentDate: PlainDate;
        readonly recordedAt: Date;
        readonly reason: string | null;
      })
    | null;
  /** In their order; none when only a total was posted. */
  readonly lines: readonly DocumentLine[];
  /** By due day. */
  readonly items: readonly DocumentItem[];
  /** Oldest first, at most the latest `MAX_ALLOCATIONS`, those taken back too. */
  readonly allocations: readonly DocumentAllocation[];
}

/** One document as of a moment; null when there is none that the actor may see. For staff. */
export async function documentById(tx: Tx, id: string, moment: Moment): Promise<DocumentDetail | null> {
  const head = await headOf(tx, id, moment);
  if (!head) return null;
  const lines = await documentLinesOf(tx, id);
  const items = await documentItemsOf(tx, id, moment);
  const applied = await allocationsOf(tx, items, moment);
  const openMinor = sumOf(items.map((item) => item.openMinor));
  const live = applied.filter((each) => each.undoneOn === null);
  return {
    ...head,
    openMinor,
    status: statusOf({
      amountMinor: head.amountMinor,
      openMinor,
      isReversed: head.reversedBy !== null,
      lastCredit: live.at(-1)?.other.kind ?? null,
    }),
    lines,
    items,
    allocations: applied,
  };
}

async function headOf(tx: Tx, id: string, moment: Moment) {
  const reversed = alias(documents, 'reversed');
  const related = alias(documents, 'related');
  const reversal = alias(documents, 'reversal');
  const inForce = and(
    eq(reversal.reversesId, documents.id),
    lte(reversal.documentDate, moment.asOf),
    knownBy(reversal.recordedAt, moment),
  );
  const [row] = await tx
    .select({
      documentId: documents.id,
      customerId: documents.customerId,
      ...DOCUMENT_HEAD,
      rateToBase: documents.rateToBase,
      rateOn: documents.rateOn,
      rateSource: documents.rateSource,
      reason: documents.reason,
      source: documents.source,
      recordedAt: documents.recordedAt,
      payment: {
        method: paymentDetails.method,
        reference: paymentDetails.reference,
        payer: paymentDetails.payer,
      },
      relatesTo: { documentId: related.id, kind: related.kind, number: related.number },
      reverses: { documentId: reversed.id, kind: reversed.kind, number: reversed.number },
      reversedBy: {
        documentId: reversal.id,
        kind: reversal.kind,
        number: reversal.number,
        documentDate: reversal.documentDate,
        recordedAt: reversal.recordedAt,
        reason: reversal.reason,
      },
    })
    .from(documents)
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .leftJoin(related, eq(related.id, documents.relatesToId))
    .leftJoin(reversed, eq(reversed.id, documents.reversesId))
    .leftJoin(reversal, inForce)
    .where(eq(documents.id, id));
  if (!row) return null;
  const { rateToBase, rateOn, rateSource, ...head } = row;
  const rate = rateToBase && rateOn && rateSource ? { rateToBase, rateOn, rateSource } : null;
  return { ...head, rate };
}

async function allocationsOf(
  tx: Tx,
  items: readonly DocumentItem[],
  moment: Moment,
): Promise<DocumentAllocation[]> {
  const ids = items.map((item) => item.itemId);
  if (ids.length === 0) return [];
  const undo = alias(allocations, 'undo');
  const isDebit = (items[0]?.amountMinor ?? ZERO) > 0;
  const [own, others] = isDebit
    ? [allocations.debitItemId, allocations.creditItemId]
    : [allocations.creditItemId, allocations.debitItemId];
  const rows = await tx
    .select({
      allocationId: allocations.id,
      itemId: own,
      other: { documentId: documents.id, kind: documents.kind, number: documents.number },
      amountMinor: allocations.amountMinor,
      effectiveOn: allocations.effectiveOn,
      recordedAt: allocations.recordedAt,
      undoneOn: undo.effectiveOn,
      undoneAt: undo.recordedAt,
      isReversal: sql<boolean>`(${documents.reversesId} is not null or exists (select from open_items own
        where own.id = ${own} and own.kind = 'reversal'))`,
    })
    .from(allocations)
    .innerJoin(openItems, eq(openItems.id, others))
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .leftJoin(undo, undoneBy(undo, moment))
    .where(and(inArray(own, ids), appliedBy(moment)))
    .orderBy(
      desc(allocations.effectiveOn),
      desc(allocations.recordedAt),
      desc(openItems.dueOn),
      desc(documents.number),
      desc(allocations.id),
    )
    .limit(MAX_ALLOCATIONS);
  return rows.toReversed();
}
