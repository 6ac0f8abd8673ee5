import { type SQL, sql } from 'drizzle-orm';
import { FACETS, type Facet } from '@/lib/explore-facets';
import type { ExploreFilters, StatusFact } from '@/lib/explore-filters';

/** The bit of a facet in `misses`. */
export function bitOf(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/** Whether an item, a row of `exploreItems`, has a status fact. */
export const FACT_SQL: Readonly<Record<StatusFact, SQL<boolean>>> = {
  promise_broken: sql`coalesce(is_broken, false)`,
  promised: sql`coalesce(not is_broken, false)`,
  disputed: sql`disputed_minor > 0`,
  reminded: sql`times > 0`,
  part_paid: sql`(amount_minor > 0 and open_minor < amount_minor)`,
};

/** What each active facet asks of an item: the one WHERE of rows, totals, facet counts and files. */
export function exploreConditions(filters: ExploreFilters): Partial<Record<Facet, SQL>> {
  const { buckets, q, customerIds, statuses, tags, itemIds } = filters;
  const { minMinor, maxMinor, dueFrom, dueTo, invoicedFrom, invoicedTo } = filters;
  const all = {
    age: buckets.length > 0 && sql`(amount_minor > 0 and bucket in ${list(buckets)})`,
    amount: between(sql`open_minor`, minMinor, maxMinor),
    q: q !== '' && sql`strpos(lower(customer || ' ' || coalesce(code, '')), lower(${q})) > 0`,
    customer: customerIds.length > 0 && sql`customer_id in ${list(customerIds)}`,
    owner: ownedBy(filters),
    status: statuses.length > 0 && sql`(${sql.join(statuses.map(factOf), sql` or `)})`,
    tag: tags.length > 0 && sql`tags && array[${sql.join(tags.map(param), sql`, `)}]::text[]`,
    due: between(sql`due_on`, dueFrom, dueTo),
    invoiced: between(sql`effective_on`, invoicedFrom, invoicedTo),
    item: itemIds.length > 0 && sql`item_id in ${list(itemIds)}`,
  } satisfies Record<Facet, SQL | false>;
  return Object.fromEntries(Object.entries(all).filter(([, condition]) => condition !== false));
}

/** A bit for each active facet that an item does not satisfy; 0 when it is among those asked for. */
export function missesOf(filters: ExploreFilters): SQL {
  const conditions = exploreConditions(filters);
  const bits = FACETS.flatMap((facet) => {
    const condition = conditions[facet];
    return condition ? [sql`case when ${condition} then 0 else ${sql.raw(String(bitOf(facet)))} end`] : [];
  });
  return bits.length > 0 ? sql.join(bits, sql` + `) : sql`0`;
}

function ownedBy({ owners, unowned }: ExploreFilters): SQL | false {
  const named = owners.length > 0 && sql`owner in ${list(owners)}`;
  const nobody = sql`coalesce(owner, '') = ''`;
  if (!unowned) return named && sql`coalesce(${named}, false)`;
  return named ? sql`(${nobody} or ${named})` : nobody;
}

function factOf(status: StatusFact): SQL {
  return sql`coalesce(${FACT_SQL[status]}, false)`;
}

function between(column: SQL, from: string | number | null, to: string | number | null): SQL | false {
  const bounds = [
    ...(from === null ? [] : [sql`${column} >= ${from}`]),
    ...(to === null ? [] : [sql`${column} <= ${to}`]),
  ];
  return bounds.length > 0 && sql`(${sql.join(bounds, sql` and `)})`;
}

function list(values: readonly (string | number)[]): SQL {
  return sql`(${sql.join(values.map(param), sql`, `)})`;
}

function param(value: string | number): SQL {
  return sql`${value}`;
}
