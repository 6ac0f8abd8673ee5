import { and, eq, isNull, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
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
  /** Credits taken off the oldest debits of their customer, on paper: what is open of either is what that leaves. */
  readonly net?: boolean;
}

/** `sum` of a minor-unit column as an exact `Minor`, 0 over no rows; `when` narrows the rows. */
export function sumMinor(amount: AnyPgColumn | SQL.Aliased | SQL, when?: SQL): SQL<Minor> {
  const filter = when ? sql` filter (where ${when})` : sql``;
  return sql<Minor>`coalesce(sum(${amount})${filter}, 0)::bigint`.mapWith(toMinor);
}

/** Ids as one value, for `any` and `all`: however many there are, the statement is the same. */
export function idList(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
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
    .from(rule.net ? netted(balancesAt(moment), from) : balancesAt(moment))
    .as('items');
}

/**
 * What each item had open: as it stands, if nothing moved it later; else what it has today, wound back by what became
 * effective, or known, later. The first part is one range of the index `open_items_live`. The second looks up the later
 * movements of each item that was there by then: few but those that were open, so it costs what the answer is long. No join
 * is left for the planner to choose, who cannot know how many rows of a table are this organization's.
 */
function balancesAt(moment: Moment): SQL {
  const { asOf, knownAt } = moment;
  const isAsMoved =
    knownAt === null ? sql`moved_on <= ${asOf}` : sql`(moved_on <= ${asOf} and moved_at <= ${knownAt})`;
  const isThere = and(lte(openItems.effectiveOn, asOf), knownBy(openItems.recordedAt, moment));
  const facts = sql.raw('document_id, kind, instalment, amount_minor, effective_on, due_on');
  // OFFSET 0, or the balance would be wound back twice: once to see whether it is 0, and once to answer it.
  return sql`(
    select id, customer_id, currency, open_minor as open_at, ${facts} from ${openItems} where open_minor <> 0 and ${isAsMoved}
    union all
    select id, customer_id, currency, open_at, ${facts} from ${openItems}
    cross join lateral (select ${openMinorAt(moment)} as open_at offset 0) as wound
    where not ${isAsMoved} and ${isThere} and open_at <> 0) as balances`;
}

/**
 * Balances with each customer's credits, the oldest first, taken off its debits of the same currency, the earliest `from` first;
 * what nothing is left of is left out. The TypeScript twin, by bucket, is `netOldestFirst`.
 */
function netted(balances: SQL, from: SQLWrapper): SQL {
  const account = sql.raw('partition by customer_id, currency');
  const sumOfSide = (side: SQL) =>
    sql`coalesce(sum(abs(open_at)) filter (where ${side}) over (${account}), 0)`;
  return sql`(
    select id, customer_id, currency, document_id, kind, instalment, amount_minor, effective_on, due_on, left_at as open_at
    from (select sides.*, (case when amount_minor > 0 then 1 else -1 end
        * (abs(open_at) - least(abs(open_at), greatest(0, against - before))))::bigint as left_at
      from (select balances.*,
          case when amount_minor > 0 then ${sumOfSide(sql`amount_minor <= 0`)}
            else ${sumOfSide(sql`amount_minor > 0`)} end as against,
          coalesce(sum(abs(open_at)) over (${account}, (amount_minor > 0) order by ${from}, id
            rows between unbounded preceding and 1 preceding), 0) as before
        from ${balances}) as sides) as lefts
    where left_at <> 0) as balances`;
}

/** What an item of `open_items` had open at a moment, as a column beside the table itself: one look-up an item. */
export function openMinorAt(moment: Moment): SQL<Minor> {
  const later = (side: SQL) => sql`(select coalesce(sum(amount_minor), 0) from ${allocations}
    where ${side} = open_items.id and ${isLaterThan(moment)})`;
  // Allocations only ever reduce a debit, and only ever draw on a credit.
  return sql<Minor>`(case when open_items.amount_minor > 0 then open_items.open_minor + ${later(sql`debit_item_id`)}
    else open_items.open_minor - ${later(sql`credit_item_id`)} end)::bigint`.mapWith(toMinor);
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
