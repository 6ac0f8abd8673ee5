import { asc, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { byHash } from '../bulk';
import { labelsOfRow } from '../customer-labels';
import type { Tx } from '../scope';
import type { AgingRow, AgingSums } from './aging';
import { bucketColumns, lineOrder, lineSums, textList } from './aging-lines';

/** All customers of one owner, or with one tag, as one line. */
export interface GroupRow extends Omit<AgingRow, 'customerId' | 'customer'> {
  /** The owner or the tag; null for customers without one. */
  readonly label: string | null;
  readonly customerCount: number;
}

/** The aging report by owner or by tag. Totals count every item once, also where a customer stands under several tags. */
export interface GroupReport {
  readonly rows: readonly GroupRow[];
  readonly totals: AgingSums;
  readonly groupCount: number;
}

/** What the report is grouped by, and which lines of it are meant: `limit` null reads them all. */
interface Lines {
  readonly by: 'owner' | 'tag';
  readonly limit: number | null;
}

/**
 * The lines of the customers' report added up by owner or by tag: the filters choose customers as they do there, and the totals
 * are those of that report. Owners and tags are those known at the moment, whatever day is reported on.
 */
export async function agingByGroup(
  tx: Tx,
  filters: AgingFilters,
  { by, limit }: Lines,
): Promise<GroupReport> {
  const { buckets, counts } = bucketColumns(filters);
  const build = new QueryBuilder();
  const customers = build.$with('lines').as(lineSums({ ...filters, groupBy: 'customer' }));
  const summed = [
    ...buckets,
    ...counts,
    ...['item_count', 'credits', 'total', 'late'].map((c) => sql.raw(c)),
  ];
  const added = sql.join(
    summed.map((column) => sql`sum(${column})::bigint as ${column}`),
    sql`, `,
  );
  const groups = sql`(select label, count(*)::int as customer_count, max(oldest) as oldest, ${added}
    from ${customers} cross join lateral ${labelsOfRow(by, sql`line_id`, filters)} group by label) as groups`;
  const all = sql`(select ${textList(buckets.map(summedUp))} as all_buckets, ${summedUp(sql`credits`)} as all_credits
    from ${customers}) as everything`;
  const query = tx
    .with(customers)
    .select({
      label: sql<string | null>`label`,
      customerCount: sql<number>`customer_count`,
      itemCount: sql<number>`item_count::int`,
      oldestDays: sql<number | null>`oldest`,
      lateMinor: amount('late'),
      creditsMinor: amount('credits'),
      totalMinor: amount('total'),
      buckets: textList(buckets),
      allBuckets: sql<string[]>`all_buckets`,
      allCredits: amount('all_credits'),
      groupCount: sql<number>`(count(*) over ())::int`,
    })
    .from(sql`${groups} cross join ${all}`)
    .orderBy(lineOrder(filters, sql`label`), asc(sql`label`));
  const asked = limit === null ? query : query.limit(limit).offset((filters.page - 1) * limit);
  const rows = await byHash(tx, asked);
  const [first] = rows;
  // Beyond the last page there is no row to carry the totals: read them from the first.
  if (!first && filters.page > 1 && limit !== null)
    return { ...(await agingByGroup(tx, { ...filters, page: 1 }, { by, limit: 1 })), rows: [] };
  const bucketsMinor = first?.allBuckets.map(toMinor) ?? buckets.map(() => ZERO);
  const creditsMinor = first?.allCredits ?? ZERO;
  return {
    rows: rows.map(({ buckets: own, allBuckets: _b, allCredits: _c, groupCount: _n, ...row }) => ({
      ...row,
      bucketsMinor: own.map(toMinor),
    })),
    totals: { bucketsMinor, creditsMinor, totalMinor: sumOf([...bucketsMinor, creditsMinor]) },
    groupCount: first?.groupCount ?? 0,
  };
}

function summedUp(column: SQL): SQL {
  return sql`coalesce(sum(${column}), 0)::bigint`;
}

function amount(column: string): SQL<Minor> {
  return sql<Minor>`${sql.identifier(column)}`.mapWith(toMinor);
}
