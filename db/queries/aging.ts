import { asc, type SQL, sql } from 'drizzle-orm';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { type AgingFilters, isWhole } from '@/lib/filters';
import { byHash } from '../bulk';
import type { Tx } from '../scope';
import { bucketColumns, lineOrder, lineSums, textList } from './aging-lines';
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

/** One customer of the report, or one family under the customer at its top. */
export interface AgingRow extends AgingSums {
  readonly customerId: string;
  readonly customer: string;
  /** Open debit items. */
  readonly itemCount: number;
  /** Days of the oldest of them, counted as the buckets are; null when there is none. */
  readonly oldestDays: number | null;
  /** Debits past their due day, whatever the basis and the bounds of the buckets. */
  readonly lateMinor: Minor;
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
  /** Those of them with something to pay: the others only have money that no invoice has taken. */
  readonly owingCount: number;
}

/**
 * Who owes what, and how old it is, per customer or per family (`groupBy: 'parent'`). Totals cover every customer that the
 * filters match, not the page. `limit` null reads them all, for exports that stream; pages ask for `AGING_PAGE`.
 */
export async function agingReport(
  tx: Tx,
  filters: AgingFilters,
  limit: number | null = AGING_PAGE,
): Promise<AgingReport> {
  const { buckets, counts } = bucketColumns(filters);
  const sums = lineSums(filters).as('sums');
  const totalOf = (column: SQL | SQL.Aliased) => sql`(sum(${column}) over ())::bigint`;
  const query = tx
    .select({
      customerId: sums.customerId,
      customer: sums.customer,
      itemCount: sums.itemCount,
      creditsMinor: sums.creditsMinor,
      totalMinor: sums.totalMinor,
      oldestDays: sums.oldestDays,
      lateMinor: sums.lateMinor,
      buckets: textList(buckets),
      allBuckets: textList(buckets.map(totalOf)),
      allCounts: textList(counts.map(totalOf)),
      allLate: sql<Minor>`${totalOf(sql`${sums.lateMinor}`)}`.mapWith(toMinor),
      allCredits: sql<Minor>`${totalOf(sql`${sums.creditsMinor}`)}`.mapWith(toMinor),
      customerCount: sql<number>`(count(*) over ())::int`.mapWith(Number),
      owingCount: sql<number>`(count(*) filter (where ${sums.itemCount} > 0) over ())::int`.mapWith(Number),
    })
    .from(sums)
    .orderBy(lineOrder(filters, sql`${sums.customer}`), asc(sums.customer), asc(sums.customerId));
  const asked = limit === null ? query : query.limit(limit).offset((filters.page - 1) * limit);
  // Left to choose, the planner may compare each customer of a large organization with each item of it.
  const rows = await byHash(tx, asked);
  const [first] = rows;
  if (!first) {
    // Beyond the last page there is no row to carry the totals: read them from the first.
    if (filters.page > 1 && limit !== null)
      return { ...(await agingReport(tx, { ...filters, page: 1 }, 1)), rows: [] };
    const none = buckets.map(() => ZERO);
    const totals = { bucketsMinor: none, creditsMinor: ZERO, totalMinor: ZERO };
    return { rows: [], totals, lateMinor: ZERO, bucketCounts: none, customerCount: 0, owingCount: 0 };
  }
  const bucketsMinor = first.allBuckets.map(toMinor);
  return {
    rows: rows.map((row) => ({
      customerId: row.customerId,
      customer: row.customer,
      itemCount: row.itemCount,
      oldestDays: row.oldestDays,
      lateMinor: row.lateMinor,
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
    owingCount: first.owingCount,
  };
}

/** Whether a report ties to the ledger: its own total where it leaves nothing out, else that of all open items. */
export function tieOutOf(
  tx: Tx,
  filters: AgingFilters,
  { totals }: { readonly totals: AgingSums },
): Promise<TieOut> {
  return tieOut(tx, filters, filters.currency, isWhole(filters) ? { openItemsMinor: totals.totalMinor } : {});
}
