import { and, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { ZERO } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { isLabelled } from '../customer-labels';
import { customersAt, familiesAt, isOf } from '../customers-at';
import { countRows, openItemsAt, sumMinor } from '../expressions';

/** One row per customer or family that the filters match, with columns b0…, n0… for its buckets and their counts. */
export function lineSums(filters: AgingFilters) {
  const items = openItemsAt(filters, filters);
  const isDebit = gt(items.amountMinor, ZERO);
  const inBucket = (i: number) => and(isDebit, eq(items.bucket, i)) ?? sql`false`;
  const perBucket = Object.fromEntries(
    bucketIndexes(filters).flatMap((i) => [
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
      oldestDays: sql<number | null>`max(${items.days}) filter (where ${isDebit})`.as('oldest'),
      creditsMinor: sumMinor(items.openMinor, sql`not ${isDebit}`).as('credits'),
      totalMinor: total.as('total'),
      lateMinor: sumMinor(items.openMinor, isLate).as('late'),
      ...perBucket,
    })
    .from(items)
    .innerJoin(line.table, eq(line.member, items.customerId))
    .where(
      and(
        eq(items.currency, filters.currency),
        customerId ? isOf(items.customerId, customerId, filters.family, filters) : undefined,
        ...isLabelled(items.customerId, filters),
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
    );
}

/** The columns of the buckets' amounts and of their counts, in order, as `lineSums` names them. */
export function bucketColumns(filters: Pick<AgingFilters, 'bounds'>) {
  const named = (letter: string) =>
    bucketIndexes(filters).map((i) => sql`${sql.identifier(`${letter}${i}`)}`);
  return { buckets: named('b'), counts: named('n') };
}

/** Values as one column. JSON, because the driver hands over arrays unread; as texts, so that no digit is lost. */
export function textList(values: readonly SQL[]): SQL<string[]> {
  return sql<string[]>`to_json(array[${sql.join([...values], sql`, `)}]::text[])`;
}

/** The order of lines that `lineSums` made, or that were summed up from them; `name` is what a line is called. */
export function lineOrder({ sort, descending, bounds }: AgingFilters, name: SQL): SQL {
  const isBucket = /^b\d+$/.test(sort) && Number(sort.slice(1)) <= bounds.length;
  const column = {
    name,
    oldest: sql`oldest`,
    late: sql`late / nullif(total - credits, 0)::numeric`,
    credits: sql`credits`,
  }[sort as string];
  const key = column ?? (isBucket ? sql`${sql.identifier(sort)}` : sql`total`);
  return descending ? sql`${key} desc nulls last` : sql`${key} asc nulls last`;
}

function bucketIndexes({ bounds }: Pick<AgingFilters, 'bounds'>): number[] {
  return Array.from({ length: bounds.length + 1 }, (_, i) => i);
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
