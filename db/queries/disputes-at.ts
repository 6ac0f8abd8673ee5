import { and, eq, lte, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type BooksAt, knownBy } from '../expressions';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { isNotEndedBy } from './promises-at';

/** The disputes that had been opened by a moment and not been resolved by then, of documents in one currency. */
export function disputesAt(at: BooksAt) {
  return new QueryBuilder()
    .select({
      disputeId: disputes.id,
      customerId: disputes.customerId,
      documentId: disputes.documentId,
      number: documents.number,
      amountMinor: disputes.amountMinor,
      reason: disputes.reason,
      openedOn: disputes.openedOn,
    })
    .from(disputes)
    .innerJoin(documents, eq(documents.id, disputes.documentId))
    .where(
      and(
        eq(documents.currency, at.currency),
        lte(disputes.openedOn, at.asOf),
        knownBy(disputes.recordedAt, at),
        isNotEndedBy(sql`${disputes.resolvedAt}`, at),
      ),
    )
    .as('contested');
}
