import { and, asc, desc, eq, gt, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { byHash } from '../bulk';
import { isLabelled } from '../customer-labels';
import { customersAt, isOf } from '../customers-at';
import { idList, openItemsAt } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import type { AgingSums } from './aging';
import { textList } from './aging-lines';
import { inBatches } from './batches';
import type { OpenItemRow } from './open-items';

/** An open item with the name of who owes it. */
export type AgingItem = OpenItemRow & { readonly customer: string };

/**
 * The items behind the lines of these customers in the aging report: customers in the order given, debits before
 * credits, oldest due first. All of them: ask for some hundred customers at a time.
 */
export function agingItems(
  tx: Tx,
  filters: AgingFilters,
  customerIds: readonly string[],
): Promise<AgingItem[]> {
  const items = openItemsAt(filters, filters);
  const customers = customersAt(filters);
  const ids = idList(customerIds);
  return tx
    .select(columns(items, customers))
    .from(items)
    .innerJoin(documents, eq(documents.id, items.documentId))
    .innerJoin(customers, eq(customers.id, items.customerId))
    .where(and(...span(items, filters), sql`${items.customerId} = any(${ids})`))
    .orderBy(sql`array_position(${ids}, ${items.customerId})`, ...oldestFirst(items));
}

/** The aging report by item: one page, and totals over all items that the filters match. */
export interface ItemReport {
  readonly rows: readonly AgingItem[];
  readonly totals: AgingSums;
  readonly itemCount: number;
}

/**
 * What is open, item by item, in the order asked for: debits before credits, oldest due first, unless by something else.
 * Bucket, lateness and amounts narrow the items themselves here, not the customers. `limit` null reads them all.
 */
export async function agingByItem(
  tx: Tx,
  filters: AgingFilters,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
): Promise<ItemReport> {
  const items = openItemsAt(filters, filters);
  const customers = customersAt(filters);
  const isDebit = gt(items.amountMinor, ZERO);
  const sumOver = (when: SQL) => sql`coalesce(sum(${items.openMinor}) filter (where ${when}) over (), 0)`;
  const perBucket = Array.from({ length: filters.bounds.length + 1 }, (_, i) =>
    sumOver(sql`${isDebit} and ${items.bucket} = ${i}`),
  );
  const query = tx
    .select({
      ...columns(items, customers),
      buckets: textList(perBucket),
      credits: sql<Minor>`${sumOver(sql`not ${isDebit}`)}::bigint`.mapWith(toMinor),
      itemCount: sql<number>`(count(*) over ())::int`,
    })
    .from(items)
    .innerJoin(documents, eq(documents.id, items.documentId))
    .innerJoin(customers, eq(customers.id, items.customerId))
    .where(and(...span(items, filters), ...narrowing(items, customers, filters)))
    .orderBy(...itemOrder(items, customers, filters), ...oldestFirst(items));
  const asked = limit === null ? query : query.limit(limit).offset(offset);
  const rows = await byHash(tx, asked);
  const [first] = rows;
  // Beyond the last row there is none to carry the totals: read them from the first.
  if (!first && offset > 0) return { ...(await agingByItem(tx, filters, { limit: 1, offset: 0 })), rows: [] };
  const bucketsMinor = first?.buckets.map(toMinor) ?? perBucket.map(() => ZERO);
  const creditsMinor = first?.credits ?? ZERO;
  return {
    rows: rows.map(({ buckets: _b, credits: _c, itemCount: _n, ...row }) => row),
    totals: { bucketsMinor, creditsMinor, totalMinor: sumOf([...bucketsMinor, creditsMinor]) },
    itemCount: first?.itemCount ?? 0,
  };
}

/** All items of the report by item, in its order, batch by batch. */
export async function* agingItemBatches(tx: Tx, filters: AgingFilters): AsyncGenerator<AgingItem[]> {
  const items = openItemsAt(filters, filters);
  const customers = customersAt(filters);
  const named = Object.entries(columns(items, customers)).map(
    // As text, so that no digit is lost and a day stays a day; not what the order names, which would be that of texts.
    ([name, column]) => sql`${column}${COUNTS.has(name) ? sql`` : sql`::text`} as ${sql.identifier(name)}`,
  );
  const where = and(...span(items, filters), ...narrowing(items, customers, filters));
  const order = [...itemOrder(items, customers, filters), ...oldestFirst(items)];
  const select = sql`select ${sql.join(named, sql`, `)} from ${items}
    inner join ${documents} on ${documents.id} = ${items.documentId}
    inner join ${customers} on ${customers.id} = ${items.customerId}
    where ${where} order by ${sql.join(order, sql`, `)}`;
  for await (const rows of inBatches<FoundItem>(tx, select)) yield rows.map(itemOf);
}

/** Columns of whole numbers that are small. */
const COUNTS: ReadonlySet<string> = new Set(['days', 'bucket']);

/** What the database answers for an item: everything as text but the counts. */
interface FoundItem extends Record<string, unknown>, Texts<AgingItem, 'amountMinor' | 'openMinor'> {}

type Texts<T, K extends keyof T> = { readonly [P in keyof T]: P extends K ? string : T[P] };

function itemOf(row: FoundItem): AgingItem {
  return { ...row, amountMinor: toMinor(row.amountMinor), openMinor: toMinor(row.openMinor) };
}

type Items = ReturnType<typeof openItemsAt>;

type Customers = ReturnType<typeof customersAt>;

function columns(items: Items, customers: Customers) {
  return {
    itemId: items.itemId,
    customerId: items.customerId,
    customer: customers.name,
    documentId: items.documentId,
    kind: items.kind,
    number: documents.number,
    currency: items.currency,
    documentDate: items.effectiveOn,
    dueOn: items.dueOn,
    amountMinor: items.amountMinor,
    openMinor: items.openMinor,
    days: items.days,
    bucket: items.bucket,
  };
}

function span(items: Items, { currency, dueFrom, dueTo }: AgingFilters): (SQL | undefined)[] {
  return [
    eq(items.currency, currency),
    dueFrom ? gte(items.dueOn, dueFrom) : undefined,
    dueTo ? lte(items.dueOn, dueTo) : undefined,
  ];
}

function narrowing(items: Items, customers: Customers, filters: AgingFilters): (SQL | undefined)[] {
  const { q, customerId, bucket, lateOnly, asOf, minMinor, maxMinor } = filters;
  const isDebit = gt(items.amountMinor, ZERO);
  return [
    customerId ? isOf(items.customerId, customerId, filters.family, filters) : undefined,
    ...isLabelled(items.customerId, filters),
    q
      ? sql`strpos(lower(${customers.name} || ' ' || coalesce(${customers.code}, '')), lower(${q})) > 0`
      : undefined,
    bucket === null ? undefined : and(isDebit, eq(items.bucket, bucket)),
    lateOnly ? and(isDebit, lt(items.dueOn, asOf)) : undefined,
    minMinor === null ? undefined : sql`${items.openMinor} >= ${minMinor}`,
    maxMinor === null ? undefined : sql`${items.openMinor} <= ${maxMinor}`,
  ];
}

/** The column that was asked for; nothing where `oldestFirst` says it all. */
function itemOrder(items: Items, customers: Customers, { sort, descending }: AgingFilters): SQL[] {
  const isDebit = gt(items.amountMinor, ZERO);
  const inBucket = sql`case when ${isDebit} and ${items.bucket} = ${Number(sort.slice(1))} then ${items.openMinor} end`;
  const credit = sql`case when not ${isDebit} then ${items.openMinor} end`;
  const keys: Partial<Record<string, SQL>> = {
    name: sql`${customers.name}`,
    total: sql`${items.openMinor}`,
    credits: credit,
    late: sql`${items.days}`,
  };
  if (sort === 'oldest') return descending ? [] : [asc(lte(items.amountMinor, ZERO)), desc(items.dueOn)];
  const key = keys[sort] ?? inBucket;
  return [descending ? sql`${key} desc nulls last` : sql`${key} asc nulls last`];
}

function oldestFirst(items: Items): SQL[] {
  return [asc(lte(items.amountMinor, ZERO)), asc(items.dueOn), asc(documents.number), asc(items.itemId)];
}
