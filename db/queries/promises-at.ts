import { and, eq, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type BooksAt, knownBy, type Moment } from '../expressions';
import { organizations } from '../schema/organizations';
import { promises } from '../schema/promises';
import { receivedMinor } from './promise-receipts';

/**
 * The promises that had been given by a moment and not been taken back by then, in one currency, with what had arrived for each
 * and the last day on which it could still be kept. `isLive` is what domain law calls active.
 */
export function promisesAt(at: BooksAt, graceDays: number) {
  const received = receivedMinor({ ...at, graceDays });
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

/** Whether what ended at an instant, null while it lasts, still lasted at a moment: days are those of the organization. */
export function isNotEndedBy(endedAt: SQL, { asOf, knownAt }: Moment): SQL {
  const later = sql`(${endedAt} at time zone (select time_zone from ${organizations}))::date > ${asOf}`;
  const unknown = knownAt === null ? sql`` : sql`or ${endedAt} > ${knownAt}::timestamptz`;
  return sql`(${endedAt} is null or ${later} ${unknown})`;
}
