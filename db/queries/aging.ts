import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { type AgingFilters, isWhole } from '@/lib/filters';
import { customersAt, familiesAt, isOf } from '../customers-at';
import { countRows, openItemsAt, sumMinor } from '../expressions';
import type { Tx } from '../scope';
import { type TieOut, tieOut } from './tie-out';

/** Customers on one page of the report. */
export const AGING_PAGE = 100;

/** Sums of one line of the report. Buckets in the order of the bounds; credits at 0 or below. */
export interface AgingSums {
  readonly bucketsMinor: readonly Minor[];
  /** Money that no invoice has taken: payments and credit memos, negative. */
  readonly creditsMinor: Minor;
  /** Buckets plus credits. */
  readonly totalMinor: Minor;
}

/** One customer of the report. */
export interface AgingRow extends AgingSums {
  readonly customerId: string;
  readonly customer: string;
  /** Open debit items. */
  readonly itemCount: number;
}

/** The aging report of one currency: a page of customers, and totals over all that the filters match. */
export interface AgingReport {
  readonly rows: readonly AgingRow[];
  readonly totals: AgingSums;
  /** Debits past their due day, whatever the basis and the bounds of the buckets. */
  readonly lateMinor: Minor;
  /** Open debit items per bucket. */
  readonly bucketCounts: readonly number[];
  readonly customerCount: number;
}

/**
 * Who owes what, and how old it is, per customer. Totals cover every customer that the filters match, not the page.
 * `limit` null reads them all, for exports that stream; pages ask for `AGING_PAGE`.
 */
export async function agingReport(
  tx: Tx,
  filters: AgingFilters,
  limit: number | null = AGING_PAGE,
): Promise<AgingReport> {
  const width = filters.bounds.length + 1;
  const sums = customerSums(filters);
  const totalOf = (column: SQL | SQL.Aliased) => sql`(sum(${column}) over ())::bigint`;
  const columns = Array.from({ length: width }, (_, i) => sql.identifier(`b${i}`));
  const counts = Array.from({ length: width }, (_, i) => sql.identifier(`n${i}`));
  // JSON, because the driver hands over arrays unread; as texts, so that no digit is lost.
  const list = (items: SQL[]) => sql<string[]>`to_json(array[${sql.join(items, sql`, `)}]::text[])`;
  const query = tx
    .select({
      customerId: sums.customerId,
      customer: sums.customer,
      itemCount: sums.itemCount,
      creditsMinor: sums.creditsMinor,
      totalMinor: sums.totalMinor,
      buckets: list(columns.map((c) => sql`${c}`)),
      allBuckets: list(columns.map((c) => totalOf(sql`${c}`))),
      allCounts: list(counts.map((c) => totalOf(sql`${c}`))),
      allLate: sql<Minor>`${totalOf(sql`${sums.lateMinor}`)}`.mapWith(toMinor),
      allCredits: sql<Minor>`${totalOf(sql`${sums.creditsMinor}`)}`.mapWith(toMinor),
      customerCount: sql<number>`(count(*) over ())::int`.mapWith(Number),
    })
    .from(sums)
    .orderBy(...order(filters, sums), asc(sums.customer), asc(sums.customerId));
  const rows = await (limit === null ? query : query.limit(limit).offset((filters.page - 1) * limit));
  const [first] = rows;
  if (!first) {
    // Beyond the last page there is no row to carry the totals: read them from the first.
    if (filters.page > 1 && limit !== null)
      return { ...(await agingReport(tx, { ...filters, page: 1 }, 1)), rows: [] };
    const none = Array.from({ length: width }, () => ZERO);
    const totals = { bucketsMinor: none, creditsMinor: ZERO, totalMinor: ZERO };
    return { rows: [], totals, lateMinor: ZERO, bucketCounts: none, customerCount: 0 };
  }
  const bucketsMinor = first.allBuckets.map(toMinor);
  return {
    rows: rows.map((row) => ({
      customerId: row.customerId,
      customer: row.customer,
      itemCount: row.itemCount,
      creditsMinor: row.creditsMinor,
      totalMinor: row.totalMinor,
      bucketsMinor: row.buckets.map(toMinor),
    })),
    totals: {
      bucketsMinor,
      creditsMinor: first.allCredits,
      totalMinor: toMinor(sumOf(bucketsMinor) + first.allCredits),
    },
    lateMinor: first.allLate,
    bucketCounts: first.allCounts.map(Number),
    customerCount: first.customerCount,
  };
}

/** One row per customer that the filters match, with columns b0…, n0… for its buckets and their counts. */
function customerSums(filters: AgingFilters) {
  const items = openItemsAt(filters, filters);
  const isDebit = gt(items.amountMinor, ZERO);
  const inBucket = (i: number) => and(isDebit, eq(items.bucket, i)) ?? sql`false`;
  const indexes = Array.from({ length: filters.bounds.length + 1 }, (_, i) => i);
  const bucketColumns = Object.fromEntries(
    indexes.flatMap((i) => [
      [`b${i}`, sumMinor(items.openMinor, inBucket(i)).as(`b${i}`)],
      [`n${i}`, countRows(inBucket(i)).as(`n${i}`)],
    ]),
  );
  const isLate = and(isDebit, lt(items.dueOn, filters.asOf)) ?? sql`false`;
  const { q, customerId } = filters;
  const total = sumMinor(items.openMinor);
  const line = lineOf(filters);
  return new QueryBuilder()
    .select({
      customerId: line.id.as('line_id'),
      customer: line.name.as('line_name'),
      itemCount: countRows(isDebit).as('item_count'),
      creditsMinor: sumMinor(items.openMinor, sql`not ${isDebit}`).as('credits'),
      totalMinor: total.as('total'),
      lateMinor: sumMinor(items.openMinor, isLate).as('late'),
      ...bucketColumns,
    })
    .from(items)
    .innerJoin(line.table, eq(line.member, items.customerId))
    .where(
      and(
        eq(items.currency, filters.currency),
        customerId ? isOf(items.customerId, customerId, filters.family, filters) : undefined,
        filters.dueFrom ? gte(items.dueOn, filters.dueFrom) : undefined,
        filters.dueTo ? lte(items.dueOn, filters.dueTo) : undefined,
        q ? sql`strpos(lower(${line.words}), lower(${q})) > 0` : undefined,
      ),
    )
    .groupBy(line.id, line.name)
    .having(
      and(
        filters.bucket === null ? undefined : sql`${countRows(inBucket(filters.bucket))} > 0`,
        filters.lateOnly ? sql`${countRows(isLate)} > 0` : undefined,
        filters.minMinor === null ? undefined : sql`${total} >= ${filters.minMinor}`,
        filters.maxMinor === null ? undefined : sql`${total} <= ${filters.maxMinor}`,
      ),
    )
    .as('sums');
}

/** What a line of the report stands for: a customer, or the customer at the top of its family. */
function lineOf(filters: AgingFilters) {
  if (filters.groupBy === 'parent') {
    const table = familiesAt(filters);
    const words = sql`${table.ownName} || ' ' || ${table.name} || ' ' || coalesce(${table.code}, '')`;
    return {
      table,
      member: table.id,
      id: sql<string>`${table.rootId}`,
      name: sql<string>`${table.name}`,
      words,
    };
  }
  const table = customersAt(filters);
  const words = sql`${table.name} || ' ' || coalesce(${table.code}, '')`;
  return { table, member: table.id, id: sql<string>`${table.id}`, name: sql<string>`${table.name}`, words };
}

function order(filters: AgingFilters, sums: ReturnType<typeof customerSums>): SQL[] {
  const direction = filters.descending ? desc : asc;
  if (filters.sort === 'name') return [direction(sums.customer)];
  if (filters.sort === 'total') return [direction(sums.totalMinor)];
  if (filters.sort === 'credits') return [direction(sums.creditsMinor)];
  const bucket = Number(filters.sort.slice(1));
  return bucket <= filters.bounds.length
    ? [direction(sql`${sql.identifier(filters.sort)}`)]
    : [direction(sums.totalMinor)];
}

/** Whether a report ties to the ledger: its own total where it leaves nothing out, else that of all open items. */
export function tieOutOf(
  tx: Tx,
  filters: AgingFilters,
  { totals }: Pick<AgingReport, 'totals'>,
): Promise<TieOut> {
  return tieOut(tx, filters, filters.currency, isWhole(filters) ? { openItemsMinor: totals.totalMinor } : {});
}
