import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Minor } from '@/lib/domain/money';
import { inChunks } from '../chunks';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import { sourceRows } from '../schema/source-rows';
import type { Tx } from '../scope';

const deposit = alias(documents, 'deposit');
const depositReversal = alias(documents, 'deposit_reversal');
const reversal = alias(documents, 'reversal');

/** Papers and payments of these customers that stand in the books, or apply credit without money of their own. */
export async function appliedRows(tx: Tx, connectionId: string, customerIds: readonly string[]) {
  return tx
    .select({
      object: sourceRows.object,
      sourceId: sourceRows.sourceId,
      customerId: sourceRows.customerId,
      fact: sourceRows.fact,
      documentId: sourceRows.documentId,
      depositId: sql<string | null>`case when ${depositReversal.id} is null then ${deposit.id} end`,
      depositMinor:
        sql<Minor>`case when ${depositReversal.id} is null then coalesce(-${deposit.amountMinor}, 0) else 0 end::bigint`.mapWith(
          documents.amountMinor,
        ),
    })
    .from(sourceRows)
    .leftJoin(reversal, eq(reversal.reversesId, sourceRows.documentId))
    .leftJoin(deposit, eq(deposit.id, sourceRows.depositId))
    .leftJoin(depositReversal, eq(depositReversal.reversesId, sourceRows.depositId))
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        inArray(sourceRows.customerId, [...customerIds]),
        ne(sourceRows.object, 'contact'),
        isNull(sourceRows.goneAt),
        isNull(reversal.id),
        or(isNotNull(sourceRows.documentId), eq(sourceRows.state, 'booked')),
      ),
    );
}

/** A row of theirs. */
export type AppliedRow = Awaited<ReturnType<typeof appliedRows>>[number];

/** Customers for whom a payment is set aside: it may be what an invoice says it got. */
export async function customersWithDoubts(
  tx: Tx,
  connectionId: string,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const contact = alias(sourceRows, 'contact');
  const rows = await tx
    .selectDistinct({ customerId: contact.customerId })
    .from(sourceRows)
    .innerJoin(
      contact,
      and(
        eq(contact.connectionId, sourceRows.connectionId),
        eq(contact.object, 'contact'),
        eq(contact.sourceId, sourceRows.contactId),
        inArray(contact.customerId, [...customerIds]),
      ),
    )
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        eq(sourceRows.object, 'payment'),
        eq(sourceRows.state, 'quarantined'),
        isNull(sourceRows.documentId),
      ),
    );
  return new Set(rows.flatMap(({ customerId }) => customerId ?? []));
}

/** The items of documents that have one, by document. */
export async function itemsOfDocuments(tx: Tx, documentIds: readonly string[]) {
  const items = new Map<string, { readonly id: string; readonly openMinor: Minor }>();
  await inChunks([...documentIds], async (chunk) => {
    const rows = await tx
      .select({ id: openItems.id, documentId: openItems.documentId, openMinor: openItems.openMinor })
      .from(openItems)
      .where(inArray(openItems.documentId, chunk));
    for (const { documentId, ...item } of rows) items.set(documentId, item);
  });
  return items;
}
