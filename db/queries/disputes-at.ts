import { and, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { type BooksAt, knownBy, type Moment, openMinorAt } from '../expressions';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import { isNotEndedBy } from './promises-at';

/**
 * What is contested at a moment, in one currency: the disputes that had been opened and not been resolved, the earlier first, each
 * with no more than its document has open besides. Of a document that is paid nothing is contested any more.
 */
export function disputesAt(at: BooksAt) {
  // A document is one customer's: by both, so that whose are asked for are all that is read.
  const earlier = sql`partition by ${disputes.customerId}, ${disputes.documentId} order by ${disputes.openedOn}, ${disputes.id}`;
  const lasting = new QueryBuilder()
    .select({
      disputeId: disputes.id,
      customerId: disputes.customerId,
      documentId: disputes.documentId,
      number: documents.number,
      saidMinor: sql<Minor>`${disputes.amountMinor}`.as('said_minor'),
      before: sql`sum(${disputes.amountMinor}) over (${earlier}) - ${disputes.amountMinor}`.as('before'),
      openMinor: openOf(sql`${disputes.documentId}`, at).as('document_open'),
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
    .as('lasting');
  const { saidMinor, openMinor, before } = lasting;
  const amountMinor = sql<Minor>`least(${saidMinor}, ${openMinor} - ${before})::bigint`.mapWith(toMinor);
  return new QueryBuilder()
    .select({
      disputeId: lasting.disputeId,
      customerId: lasting.customerId,
      documentId: lasting.documentId,
      number: lasting.number,
      amountMinor: amountMinor.as('contested_minor'),
      reason: lasting.reason,
      openedOn: lasting.openedOn,
    })
    .from(lasting)
    .where(gt(amountMinor, ZERO))
    .as('contested');
}

/** What a document had open at a moment, all of its parts together. */
function openOf(documentId: SQL, moment: Moment): SQL<Minor> {
  const isThere = and(lte(openItems.effectiveOn, moment.asOf), knownBy(openItems.recordedAt, moment));
  return sql<Minor>`(select coalesce(sum(${openMinorAt(moment)}), 0)::bigint from ${openItems}
    where open_items.document_id = ${documentId} and ${isThere})`.mapWith(toMinor);
}
