import { and, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { type AgingBasis, thresholds } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { allocations, openItems } from './schema/open-items';

/** A point in time on both clocks: the day that is reported on, and when it was known. */
export interface Moment {
  readonly asOf: PlainDate;
  /** Rows recorded later do not count; null is now. */
  readonly knownAt: Date | null;
}

/** How lateness is counted and divided. */
export interface AgingRule {
  readonly basis: AgingBasis;
  readonly bounds: readonly number[];
}

/** `sum` of a minor-unit column as an exact `Minor`, 0 over no rows; `when` narrows the rows. */
export function sumMinor(amount: AnyPgColumn | SQL.Aliased | SQL, when?: SQL): SQL<Minor> {
  const filter = when ? sql` filter (where ${when})` : sql``;
  return sql<Minor>`coalesce(sum(${amount})${filter}, 0)::bigint`.mapWith(toMinor);
}

/** `count(*)` as a number; `when` narrows the rows. */
export function countRows(when?: SQL): SQL<number> {
  return sql<number>`(count(*)${when ? sql` filter (where ${when})` : sql``})::int`.mapWith(Number);
}

/** What was recorded by the moment's known-at instant; undefined (no condition) when that is now. */
export function knownBy(recordedAt: AnyPgColumn, { knownAt }: Moment): SQL | undefined {
  return knownAt === null ? undefined : lte(recordedAt, knownAt);
}

/**
 * Every open item that was not settled at the close of `asOf`, as known at `knownAt`, with what was open of it then,
 * its days past due and its bucket: the one definition that every report, page and export reads. Balances are wound
 * back from today's by undoing what became effective, or known, later. The TypeScript twins are `daysPastDue` and
 * `bucketOf`; a test holds the pairs together.
 */
export function openItemsAt(moment: Moment, rule: AgingRule) {
  const { asOf, knownAt } = moment;
  const isLater =
    knownAt === null
      ? sql`effective_on > ${asOf}`
      : sql`(effective_on > ${asOf} or recorded_at > ${knownAt.toISOString()})`;
  const later = sql`(
    select item_id, sum(delta)::bigint as delta from (
      select debit_item_id as item_id, amount_minor as delta from ${allocations} where ${isLater}
      union all select credit_item_id, -amount_minor from ${allocations} where ${isLater}
    ) as movements group by item_id) as later`;
  const openMinor = sql<Minor>`(${openItems.openMinor} + coalesce(later.delta, 0))`;
  const from = rule.basis === 'due' ? openItems.dueOn : openItems.effectiveOn;
  const days = sql<number>`(${asOf}::date - ${from})`;
  return new QueryBuilder()
    .select({
      itemId: openItems.id,
      customerId: openItems.customerId,
      documentId: openItems.documentId,
      kind: openItems.kind,
      instalment: openItems.instalment,
      currency: openItems.currency,
      amountMinor: openItems.amountMinor,
      effectiveOn: openItems.effectiveOn,
      dueOn: openItems.dueOn,
      openMinor: openMinor.mapWith(toMinor).as('open_at'),
      days: days.mapWith(Number).as('days'),
      bucket:
        sql<number>`width_bucket(${days}, array[${sql.raw(thresholds(rule.bounds).map(Math.trunc).join(','))}])`
          .mapWith(Number)
          .as('bucket'),
    })
    .from(openItems)
    .leftJoin(later, sql`later.item_id = ${openItems.id}`)
    .where(
      and(
        lte(openItems.effectiveOn, asOf),
        knownBy(openItems.recordedAt, moment),
        or(ne(openItems.openMinor, ZERO), sql`later.item_id is not null`),
        sql`${openMinor} <> 0`,
      ),
    )
    .as('items');
}
