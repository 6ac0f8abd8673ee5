import { and, eq, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type BooksAt, knownBy, type Moment, openMinorAt } from '../expressions';
import { openItems } from '../schema/open-items';
import { organizations } from '../schema/organizations';
import { promises } from '../schema/promises';
import { receivedMinor } from './promise-receipts';

/**
 * The promises that had been given by a moment and not been taken back by then, in one currency, with what had arrived for each
 * and the last day on which it could still be kept. `restMinor` is what is still to arrive: no more than is open of what it is about.
 */
export function promisesAt(at: BooksAt, graceDays: number) {
  const received = receivedMinor({ ...at, graceDays });
  const rest = sql<Minor>`least(${promises.amountMinor} - ${received}, ${openOf(at)})::bigint`.mapWith(
    toMinor,
  );
  const lastOn = sql<PlainDate>`(${promises.promisedFor} + ${graceDays}::int)`;
  return new QueryBuilder()
    .select({
      promiseId: promises.id,
      customerId: promises.customerId,
      documentId: promises.documentId,
      amountMinor: promises.amountMinor,
      promisedFor: promises.promisedFor,
      promisedOn: promises.promisedOn,
      note: promises.note,
      receivedMinor: received.as('received_minor'),
      restMinor: rest.as('rest_minor'),
      lastOn: lastOn.as('last_on'),
    })
    .from(promises)
    .where(
      and(
        eq(promises.currency, at.currency),
        lte(promises.promisedOn, at.asOf),
        knownBy(promises.recordedAt, at),
        isNotEndedBy(sql`${promises.cancelledAt}`, at),
      ),
    )
    .as('promised');
}

/** What the invoice of a row of `promises`, the table by its own name, or its account had open at a moment. */
function openOf(moment: Moment): SQL {
  const isThere = and(lte(openItems.effectiveOn, moment.asOf), knownBy(openItems.recordedAt, moment));
  return sql`(select coalesce(sum(${openMinorAt(moment)}), 0) from ${openItems}
    where open_items.customer_id = promises.customer_id and open_items.currency = promises.currency
      and open_items.amount_minor > 0 and open_items.document_id = coalesce(promises.document_id, open_items.document_id)
      and ${isThere})`;
}

/** Whether what ended at an instant, null while it lasts, still lasted at a moment: days are those of the organization. */
export function isNotEndedBy(endedAt: SQL, { asOf, knownAt }: Moment): SQL {
  const later = sql`(${endedAt} at time zone (select time_zone from ${organizations}))::date > ${asOf}`;
  const unknown = knownAt === null ? sql`` : sql`or ${endedAt} > ${knownAt}::timestamptz`;
  return sql`(${endedAt} is null or ${later} ${unknown})`;
}
