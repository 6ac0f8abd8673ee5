import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, QueryBuilder } from 'drizzle-orm/pg-core';
import { type AgingBasis, thresholds } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Instant } from '@/lib/domain/instants';
import { type Minor, toMinor } from '@/lib/domain/money';
import { allocations, openItems } from './schema/open-items';

/** A point in time on both clocks: the day that is reported on, and when it was known. */
export interface Moment {
  readonly asOf: PlainDate;
  /** Rows recorded later do not count; null is now. */
  readonly knownAt: Instant | null;
}

/** A moment, and the one currency whose figures are meant. */
export interface BooksAt extends Moment {
  readonly currency: string;
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
export function knownBy(recordedAt: AnyPgColumn, { knownAt }: Pick<Moment, 'knownAt'>): SQL | undefined {
  return knownAt === null ? undefined : sql`${recordedAt} <= ${knownAt}`;
}

/**
 * Every open item that was not settled at the close of `asOf`, as known at `knownAt`, with what was open of it then,
 * its days past due and its bucket: the one definition that every report, page and export reads. Balances are wound
 * back from today's by undoing what became effective, or known, later. The TypeScript twins are `daysPastDue` and
 * `bucketOf`; a test holds the pairs together.
 */
export function openItemsAt(moment: Moment, rule: AgingRule) {
  const { asOf } = moment;
  const from = sql.identifier(rule.basis === 'due' ? 'due_on' : 'effective_on');
  const days = sql<number>`(${asOf}::date - balances.${from})`;
  return new QueryBuilder()
    .select({
      itemId: sql<string>`balances.id`.as('item_id'),
      customerId: sql<string>`balances.customer_id`.as('item_customer_id'),
      documentId: sql<string>`balances.document_id`.as('item_document_id'),
      kind: sql<DocumentKind>`balances.kind`.as('item_kind'),
      instalment: sql<number>`balances.instalment`.as('item_instalment'),
      currency: sql<string>`balances.currency`.as('item_currency'),
      amountMinor: sql<Minor>`balances.amount_minor`.mapWith(toMinor).as('item_amount_minor'),
      effectiveOn: sql<PlainDate>`balances.effective_on`.as('item_effective_on'),
      dueOn: sql<PlainDate>`balances.due_on`.as('item_due_on'),
      openMinor: sql<Minor>`balances.open_at`.mapWith(toMinor).as('open_at'),
      days: days.mapWith(Number).as('days'),
      bucket:
        sql<number>`width_bucket(${days}, array[${sql.raw(thresholds(rule.bounds).map(Math.trunc).join(','))}])`
          .mapWith(Number)
          .as('bucket'),
    })
    .from(balancesAt(moment))
    .as('items');
}

/**
 * What each item had open: as it stands, if nothing moved it later; else what it has today, wound back by what became
 * effective, or known, later. The first part is one range of the index `open_items_live`. Customer and currency are in the
 * grouping, so that asking for one of them reads no rows of others.
 */
function balancesAt(moment: Moment): SQL {
  const { asOf, knownAt } = moment;
  const isLater = isLaterThan(moment);
  const known = knownAt === null ? sql`true` : sql`moved_at <= ${knownAt}`;
  const facts = sql.raw('document_id, kind, instalment, amount_minor, effective_on, due_on');
  // OFFSET 0 keeps the second part a look-up by primary key per item. Left to choose, the planner, which cannot know how
  // many rows of a table are this organization's, may join large sets row by row.
  return sql`(
    select id, customer_id, currency, open_minor as open_at, ${facts} from ${openItems}
    where open_minor <> 0 and moved_on <= ${asOf} and ${known}
    union all
    select moved.id, moved.customer_id, moved.currency, item.open_minor + moved.delta, ${facts} from (
      select id, customer_id, currency, sum(delta)::bigint as delta from (
        select debit_item_id as id, customer_id, currency, amount_minor as delta from ${allocations} where ${isLater}
        union all select credit_item_id, customer_id, currency, -amount_minor from ${allocations} where ${isLater}
      ) as movements group by id, customer_id, currency) as moved
    cross join lateral (
      select * from ${openItems} where ${openItems.id} = moved.id and ${lte(openItems.effectiveOn, asOf)}
        and ${knownBy(openItems.recordedAt, moment) ?? sql`true`} offset 0) as item
    where item.open_minor + moved.delta <> 0) as balances`;
}

/**
 * What an item of `open_items` had open at a moment, as a column beside the table itself: for the few items of a page.
 * The same meaning as `openItemsAt`, which is for many.
 */
export function openMinorAt(moment: Moment): SQL<Minor> {
  const moved = (side: SQL) => sql`coalesce((
    select sum(amount_minor) from ${allocations} where ${side} = open_items.id and ${isLaterThan(moment)}), 0)`;
  return sql<Minor>`(open_items.open_minor + ${moved(sql`debit_item_id`)} - ${moved(sql`credit_item_id`)})::bigint`.mapWith(
    toMinor,
  );
}

/** Of the rows of `allocations`: those that apply something, and did so by the moment; undoing rows are none of them. */
export function appliedBy(moment: Moment): SQL | undefined {
  return and(
    isNull(allocations.reversesId),
    lte(allocations.effectiveOn, moment.asOf),
    knownBy(allocations.recordedAt, moment),
  );
}

/** Joins the row that undid an allocation by the moment, under the alias given. */
export function undoneBy(
  undo: Record<'reversesId' | 'effectiveOn' | 'recordedAt', AnyPgColumn>,
  moment: Moment,
): SQL | undefined {
  return and(
    eq(undo.reversesId, allocations.id),
    lte(undo.effectiveOn, moment.asOf),
    knownBy(undo.recordedAt, moment),
  );
}

/** Of an allocation: whether it became effective, or known, after the moment. */
function isLaterThan({ asOf, knownAt }: Moment): SQL {
  return knownAt === null
    ? sql`effective_on > ${asOf}`
    : sql`(effective_on > ${asOf} or recorded_at > ${knownAt})`;
}
