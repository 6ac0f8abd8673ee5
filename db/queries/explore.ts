import { type SQL, sql } from 'drizzle-orm';
import { type AmountBin, amountBins, BIN_EDGES } from '@/lib/domain/amount-bins';
import { type Minor, toMinor } from '@/lib/domain/money';
import { FACETS, type Facet } from '@/lib/explore-facets';
import { type ExploreFilters, STATUS_FACTS, type StatusFact } from '@/lib/explore-filters';
import type { Tx } from '../scope';
import { bitOf, exploreConditions, FACT_SQL } from './explore-conditions';
import { exploreItems } from './explore-items';

/** Customers with the most open that are shown as bars. */
const TOP = 5;
/** Owners and tags that are offered: those of which most would be left. */
const MOST_OFFERED = 50;

/** Sums over some open items. */
export interface ExploreSums {
  readonly itemCount: number;
  /** Fewer than items when an invoice falls due in instalments. */
  readonly documentCount: number;
  readonly customerCount: number;
  /** Debits less credits. */
  readonly openMinor: Minor;
  /** Debits alone, and those of them that are past their due day. */
  readonly owedMinor: Minor;
  readonly lateMinor: Minor;
  /** Debits per aging bucket. */
  readonly bucketsMinor: readonly Minor[];
  /**
   * Of the items of which each fact holds: the part that is disputed, the part that was promised and has not arrived, or what is open
   * where a fact is about the whole item. An item may count under several.
   */
  readonly factsMinor: Readonly<Record<StatusFact, Minor>>;
}

/** One choice of a facet and how many items it would leave, with all other filters as they are. */
interface Choice<T> {
  readonly value: T;
  readonly count: number;
}

/** A customer among those with the most open. */
interface TopCustomer {
  readonly customerId: string;
  readonly customer: string;
  readonly openMinor: Minor;
  readonly bucketsMinor: readonly Minor[];
}

/** All figures of Explore but the rows themselves. */
export interface ExploreSummary {
  /** What the filters match, and what there is without them. */
  readonly matched: ExploreSums;
  readonly whole: ExploreSums;
  readonly top: readonly TopCustomer[];
  readonly facets: {
    /** In the order of the buckets. */
    readonly ages: readonly number[];
    readonly facts: Readonly<Record<StatusFact, number>>;
    /** By name; null is nobody. All that anything is open of, and those that are asked for, whatever their count. */
    readonly owners: readonly Choice<string | null>[];
    readonly tags: readonly Choice<string>[];
    readonly customerCount: number;
    readonly amounts: readonly AmountBin[];
  };
  /** How many items there would be without each active facet. */
  readonly without: Partial<Record<Facet, number>>;
}

/** Everything that Explore shows of what the filters match, from one statement over one reading of the open items. */
export async function exploreSummary(tx: Tx, filters: ExploreFilters): Promise<ExploreSummary> {
  const active = FACETS.filter((facet) => exploreConditions(filters)[facet]);
  const [found] = await tx.execute<Found>(sql`
    with found as materialized (select * from ${await exploreItems(tx, filters)} as items),
    claimed as materialized (select misses, is_broken, ${partOf(sql`disputed_minor`)} as disputed_part,
        ${partOf(sql`promised_left`)} as promised_part
      from (select found.*, sum(open_minor) over (partition by document_id order by due_on, item_id) - open_minor as before
        from found where disputed_minor > 0 or promised_left > 0) as said)
    select (select ${sumsJson(filters, sql`misses = 0`)} from found where misses = 0) as matched,
      ${active.length === 0 ? sql`null::json` : sql`(select ${sumsJson(filters, sql`true`)} from found)`} as whole,
      (select json_object_agg(bucket, n) from (
        select bucket, count(*) as n from found where amount_minor > 0 and ${missesOnly('age')} group by bucket) as ages) as ages,
      (select json_object_agg(bin, n) from (
        select width_bucket(open_minor, ${EDGES}) - 1 as bin, count(*) filter (where ${missesOnly('amount')}) as n from found
        where open_minor > 0 group by 1) as amounts) as amounts,
      (select ${factsJson((fact) => sql`count(*) filter (where ${FACT_SQL[fact]})`)} from found where ${missesOnly('status')}) as facts,
      (select json_agg(json_build_array(owner, n) order by n desc, owner) from (
        select nullif(owner, '') as owner, count(*) filter (where ${missesOnly('owner')}) as n from found
        group by 1 order by n desc, owner limit ${MOST_OFFERED}) as owners) as owners,
      (select json_agg(json_build_array(tag, n) order by n desc, tag) from (
        select tag, count(*) filter (where ${missesOnly('tag')}) as n from found cross join unnest(tags) tag
        group by tag order by n desc, tag limit ${MOST_OFFERED}) as tags) as tags,
      (select count(distinct customer_id)::int from found where ${missesOnly('customer')}) as customers,
      ${withoutJson(active)} as without,
      (select json_agg(top) from (
        select customer_id, customer, sum(open_minor)::text as open, ${bucketsJson(filters)} as buckets
        from found where misses = 0 group by customer_id, customer
        order by sum(open_minor) desc, customer, customer_id limit ${TOP}) as top) as top`);
  if (!found) throw new Error('sums returned no row');
  return summaryOf(found, filters);
}

/** Of an item: whether it satisfies every facet but this one. */
function missesOnly(facet: Facet): SQL {
  return sql`misses & ~${sql.raw(String(bitOf(facet)))} = 0`;
}

const EDGES = sql.raw(`array[${BIN_EDGES.join(',')}]::bigint[]`);
const OPEN = sql`coalesce(sum(open_minor)`;

/** What an item has of an amount that was said of its document: the oldest due first, and never more than is open of it. */
function partOf(claimMinor: SQL): SQL {
  return sql`greatest(0, least(open_minor, coalesce(${claimMinor}, 0) - before))`;
}

/** The sums over the items of `found` that are `wanted`. */
function sumsJson(filters: ExploreFilters, wanted: SQL): SQL {
  const sum = (condition: SQL) => sql`${OPEN} filter (where ${condition}), 0)::text`;
  const said = (part: SQL, holds: SQL) =>
    sql`(select coalesce(sum(${part}), 0)::text from claimed where ${wanted} and ${holds})`;
  const facts: Readonly<Record<StatusFact, SQL>> = {
    promise_broken: said(sql`promised_part`, sql`is_broken`),
    promised: said(sql`promised_part`, sql`not is_broken`),
    disputed: said(sql`disputed_part`, sql`true`),
    reminded: sum(FACT_SQL.reminded),
    part_paid: sum(FACT_SQL.part_paid),
  };
  return sql`json_build_object('items', count(*), 'documents', count(distinct document_id),
    'customers', count(distinct customer_id), 'open', ${sum(sql`true`)}, 'owed', ${sum(sql`amount_minor > 0`)},
    'late', ${sum(sql`amount_minor > 0 and due_on < ${filters.asOf}`)}, 'buckets', ${bucketsJson(filters)},
    'facts', ${factsJson((fact) => facts[fact])})`;
}

function bucketsJson({ bounds }: ExploreFilters): SQL {
  const sums = Array.from(
    { length: bounds.length + 1 },
    (_, i) => sql`${OPEN} filter (where amount_minor > 0 and bucket = ${sql.raw(String(i))}), 0)::text`,
  );
  return sql`json_build_array(${sql.join(sums, sql`, `)})`;
}

function factsJson(figure: (fact: StatusFact) => SQL): SQL {
  const pairs = STATUS_FACTS.map((fact) => sql`${sql.raw(`'${fact}'`)}, ${figure(fact)}`);
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}

function withoutJson(active: readonly Facet[]): SQL {
  if (active.length === 0) return sql`'{}'::json`;
  const pairs = active.map(
    (facet) => sql`${sql.raw(`'${facet}'`)}, count(*) filter (where ${missesOnly(facet)})`,
  );
  return sql`(select json_build_object(${sql.join(pairs, sql`, `)}) from found)`;
}

interface FoundSums {
  readonly items: number;
  readonly documents: number;
  readonly customers: number;
  readonly open: string;
  readonly owed: string;
  readonly late: string;
  readonly buckets: readonly string[];
  readonly facts: Readonly<Record<StatusFact, string>>;
}

/** What the database answers: amounts as text, so that no digit is lost; null where nothing was aggregated. */
interface Found extends Record<string, unknown> {
  readonly matched: FoundSums;
  /** Null where nothing narrows, so that what matches is the whole. */
  readonly whole: FoundSums | null;
  readonly ages: Readonly<Record<string, number>> | null;
  readonly amounts: Readonly<Record<string, number>> | null;
  readonly facts: Readonly<Record<StatusFact, number>>;
  readonly owners: readonly [string | null, number][] | null;
  readonly tags: readonly [string, number][] | null;
  readonly customers: number;
  readonly without: Partial<Record<Facet, number>>;
  readonly top:
    | readonly {
        readonly customer_id: string;
        readonly customer: string;
        readonly open: string;
        readonly buckets: readonly string[];
      }[]
    | null;
}

function summaryOf(found: Found, filters: ExploreFilters): ExploreSummary {
  const asked = [...filters.owners, ...(filters.unowned ? [null] : [])];
  const amounts = Object.entries(found.amounts ?? {}).map(([bin, count]) => [Number(bin), count] as const);
  return {
    matched: sumsOf(found.matched),
    whole: sumsOf(found.whole ?? found.matched),
    top: (found.top ?? []).map((each) => ({
      customerId: each.customer_id,
      customer: each.customer,
      openMinor: toMinor(each.open),
      bucketsMinor: each.buckets.map(toMinor),
    })),
    facets: {
      ages: Array.from({ length: filters.bounds.length + 1 }, (_, i) => found.ages?.[i] ?? 0),
      facts: found.facts,
      owners: choices(found.owners ?? [], asked),
      tags: choices(found.tags ?? [], filters.tags),
      customerCount: found.customers,
      amounts: amountBins(new Map(amounts)),
    },
    without: found.without,
  };
}

function sumsOf(sums: FoundSums): ExploreSums {
  const facts = Object.entries(sums.facts).map(([fact, amount]) => [fact, toMinor(amount)]);
  return {
    itemCount: sums.items,
    documentCount: sums.documents,
    customerCount: sums.customers,
    openMinor: toMinor(sums.open),
    owedMinor: toMinor(sums.owed),
    lateMinor: toMinor(sums.late),
    bucketsMinor: sums.buckets.map(toMinor),
    factsMinor: Object.fromEntries(facts),
  };
}

/** What is offered: what there is, and what is asked for though there is none of it; by name. */
function choices<T extends string | null>(
  counted: readonly (readonly [T, number])[],
  asked: readonly T[],
): Choice<T>[] {
  const absent = asked.filter((value) => !counted.some(([found]) => found === value));
  const all = [...counted, ...absent.map((value) => [value, 0] as const)];
  return all
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => (a.value ?? '\uFFFF').localeCompare(b.value ?? '\uFFFF', 'en'));
}
