import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { sumMinor } from '../expressions';
import { documents, paymentDetails } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** How much of a payment settled one document. */
interface ReceiptPart {
  readonly documentId: string;
  readonly number: string;
  readonly amountMinor: Minor;
}

/** A payment as who paid it keeps it. Amounts are above 0. */
export interface Receipt {
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly receivedOn: PlainDate;
  readonly currency: string;
  readonly method: string;
  readonly reference: string | null;
  readonly amountMinor: Minor;
  /** What no invoice has taken; it is on the account. */
  readonly unappliedMinor: Minor;
  /** Whether it was taken back, such as a check that bounced. */
  readonly isReversed: boolean;
  /** What it settled, in order of numbers; at most 500. */
  readonly parts: readonly ReceiptPart[];
}

/** The receipt of a payment that the actor may see; null when there is none. For staff and portal. */
export async function receiptOf(tx: Tx, documentId: string): Promise<Receipt | null> {
  const reversal = alias(documents, 'reversal');
  const [head] = await tx
    .select({
      documentId: documents.id,
      number: documents.number,
      customerId: documents.customerId,
      customerName: documents.customerName,
      receivedOn: documents.documentDate,
      currency: documents.currency,
      method: paymentDetails.method,
      reference: paymentDetails.reference,
      amountMinor: documents.amountMinor,
      openMinor: openItems.openMinor,
      itemId: openItems.id,
      isReversed: sql<boolean>`${reversal.id} is not null`,
    })
    .from(documents)
    .innerJoin(openItems, eq(openItems.documentId, documents.id))
    .innerJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .where(and(eq(documents.id, documentId), eq(documents.kind, 'payment')));
  if (!head) return null;
  const { itemId, openMinor, amountMinor, ...facts } = head;
  return {
    ...facts,
    amountMinor: toMinor(-amountMinor),
    unappliedMinor: toMinor(-openMinor),
    parts: head.isReversed ? [] : await partsOf(tx, itemId),
  };
}

async function partsOf(tx: Tx, creditItemId: string): Promise<ReceiptPart[]> {
  const undo = alias(allocations, 'undo');
  return tx
    .select({
      documentId: documents.id,
      number: documents.number,
      amountMinor: sumMinor(allocations.amountMinor),
    })
    .from(allocations)
    .innerJoin(openItems, eq(openItems.id, allocations.debitItemId))
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .leftJoin(undo, eq(undo.reversesId, allocations.id))
    .where(and(eq(allocations.creditItemId, creditItemId), isNull(allocations.reversesId), isNull(undo.id)))
    .groupBy(documents.id, documents.number)
    .orderBy(asc(documents.number))
    .limit(500);
}
