import { and, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { CustomerFilters } from '@/lib/customer-filters';
import type { CustomerCursor, CustomerSort } from '@/lib/customer-sort';
import { healthOf } from '@/lib/domain/health';
import { type Minor, toMinor } from '@/lib/domain/money';
import { isLabelled } from '../customer-labels';
import { idList, type Moment, openItemsAt } from '../expressions';
import { isInForce } from '../holds-in-force';
import { beneficiaries } from '../schema/catalogue';
import { contacts, customers } from '../schema/customers';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';
import { inBatches } from './batches';
import { balanceSums } from './customer-balances';
import { isNamed } from './customers';
import { healthFacts } from './health-facts';

/** Customers on one page of the list. */
const CUSTOMERS_PAGE = 50;

/** One customer of the list. Amounts are of the list's currency. */
export interface CustomerRow {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly termsDays: number;
  readonly email: string | null;
  readonly isArchived: boolean;
  /** No further credit: an invoice needs a reason. */
  readonly isOnHold: boolean;
  readonly totalMinor: Minor;
  readonly lateMinor: Minor;
  /** Money that no invoice has taken, 0 or below. */
  readonly creditsMinor: Minor;
  readonly openCount: number;
  /** Null when nothing is late. */
  readonly oldestDays: number | null;
  /** Further currencies in which the customer has something open, in order. */
  readonly otherCurrencies: readonly string[];
}

/** Sums in one currency over all customers that match. */
export interface CustomerTotals extends Pick<CustomerRow, 'totalMinor' | 'lateMinor' | 'creditsMinor'> {
  readonly currency: string;
}

/** A page of customers, and sums over all that the filters match, the list's own currency first. */
export interface CustomerList {
  readonly rows: readonly CustomerRow[];
  readonly totals: readonly CustomerTotals[];
  readonly customerCount: number;
  /** Begins the page that follows; null on the last. */
  readonly next: CustomerCursor | null;
}

/** The customers that the filters match with what each owes in the list's currency, one page. */
export async function customerList(tx: Tx, filters: CustomerFilters, moment: Moment): Promise<CustomerList> {
  const [found] = await tx.execute<{
    rows: FoundRow[] | null;
    totals: FoundTotals[] | null;
    count: number;
  }>(sql`${matchedBy(filters, moment)} select (select count(*)::int from matched) as count,
    (select json_agg(totals) from (select item_currency as currency, sum(total)::text as total, sum(late)::text as late,
      sum(credits)::text as credits from owed where item_customer_id in (select id from matched)
      group by item_currency order by item_currency <> ${filters.currency}, item_currency) as totals) as totals,
    (select json_agg(page) from (select ${COLUMNS}, (${KEYS[filters.sort]})::text as sort_key
      from ${await ranked(tx, filters, moment)} ${isAfter(filters)} ${order(filters)} limit ${CUSTOMERS_PAGE + 1}) as page) as rows`);
  const rows = found?.rows ?? [];
  const shown = rows.slice(0, CUSTOMERS_PAGE);
  const last = shown.at(-1);
  return {
    rows: shown.map(rowOf),
    totals: (found?.totals ?? []).map(({ currency, total, late, credits }) => ({
      currency,
      totalMinor: toMinor(total),
      lateMinor: toMinor(late),
      creditsMinor: toMinor(credits),
    })),
    customerCount: found?.count ?? 0,
    next: rows.length > CUSTOMERS_PAGE && last ? [last.sort_key, last.name, last.id] : null,
  };
}

/** All customers that the filters match, in the order of the list, batch by batch. */
export async function* customerBatches(
  tx: Tx,
  filters: CustomerFilters,
  moment: Moment,
): AsyncGenerator<CustomerRow[]> {
  const from = await ranked(tx, filters, moment);
  const select = sql`${matchedBy(filters, moment)} select ${COLUMNS} from ${from} ${order(filters)}`;
  for await (const rows of inBatches<FoundRow>(tx, select)) yield rows.map(rowOf);
}

/** The first `most` customers that the filters match, by name: their ids. */
export async function customersMatching(
  tx: Tx,
  filters: CustomerFilters,
  moment: Moment,
  most: number,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`${matchedBy(filters, moment)} select id from matched order by name, id limit ${most}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * What every statement about the customers of a list begins with: `owed`, what each owes per currency, and `matched`, whom the
 * filters match.
 */
export function matchedBy(filters: CustomerFilters, moment: Moment): SQL {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const owed = new QueryBuilder()
    .select({
      customerId: items.customerId,
      currency: items.currency,
      ...balanceSums(items, moment.asOf),
    })
    .from(items)
    .groupBy(items.customerId, items.currency);
  return sql`with owed as materialized (${owed.getSQL()}), others as materialized (
    select item_customer_id, array_agg(item_currency order by item_currency) as others from owed
    where item_currency <> ${filters.currency} group by item_customer_id), matched as materialized (
    select customers.id, name, code, owner, tags, terms_days, email, archived_at is not null as is_archived,
      ${isOnHold(moment)} as is_on_hold, coalesce(total, 0) as total, coalesce(late, 0) as late,
      coalesce(credits, 0) as credits, coalesce(open_count, 0) as open_count, oldest_days, coalesce(others, '{}') as others
    from ${customers} left join owed on owed.item_customer_id = customers.id and item_currency = ${filters.currency}
    left join others on others.item_customer_id = customers.id
    where ${and(...conditions(filters, moment))})`;
}

const COLUMNS =
  sql.raw(`id, name, code, owner, to_json(tags) as tags, terms_days, email, is_archived, is_on_hold,
  total::text as total, late::text as late, credits::text as credits, open_count, oldest_days, to_json(others) as others`);

interface FoundTotals {
  readonly currency: string;
  readonly total: string;
  readonly late: string;
  readonly credits: string;
}

interface FoundRow extends Record<string, unknown>, Omit<FoundTotals, 'currency'> {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly owner: string | null;
  readonly tags: string[];
  readonly terms_days: number;
  readonly email: string | null;
  readonly is_archived: boolean;
  readonly is_on_hold: boolean;
  readonly open_count: number;
  readonly oldest_days: number | null;
  readonly others: string[];
  readonly sort_key: string;
}

function rowOf(row: FoundRow): CustomerRow {
  return {
    id: row.id,
    name: row.name,
    code: row.code,
    owner: row.owner?.trim() || null,
    tags: row.tags,
    termsDays: row.terms_days,
    email: row.email,
    isArchived: row.is_archived,
    isOnHold: row.is_on_hold,
    totalMinor: toMinor(row.total),
    lateMinor: toMinor(row.late),
    creditsMinor: toMinor(row.credits),
    openCount: row.open_count,
    oldestDays: row.oldest_days,
    otherCurrencies: row.others,
  };
}

function conditions(filters: CustomerFilters, moment: Moment): (SQL | undefined)[] {
  const { show, q, owner, tag, category, onHold, noEmail, customerIds } = filters;
  const narrowing = {
    all: undefined,
    owing: sql`total > 0`,
    late: sql`late > 0`,
    unapplied: sql`credits < 0`,
    archived: undefined,
  };
  return [
    // Who is named is meant, archived or not.
    customerIds.length > 0 && show !== 'archived'
      ? undefined
      : show === 'archived'
        ? isNotNull(customers.archivedAt)
        : or(isNull(customers.archivedAt), sql`${customers.id} in (select item_customer_id from owed)`),
    narrowing[show],
    q ? isNamed(q) : undefined,
    ...isLabelled(customers.id, { owner, tag, knownAt: null }),
    category === null
      ? undefined
      : sql`${customers.id} in (select ${beneficiaries.customerId} from ${beneficiaries}
          where ${eq(beneficiaries.category, category)} and ${beneficiaries.isActive})`,
    onHold ? isOnHold(moment) : undefined,
    noEmail
      ? and(
          isNull(customers.email),
          sql`not exists (select from ${contacts} where ${contacts.customerId} = customers.id
            and ${contacts.email} is not null)`,
        )
      : undefined,
    customerIds.length === 0 ? undefined : sql`${customers.id} = any(${idList(customerIds)})`,
  ];
}

function isOnHold({ asOf }: Moment): SQL {
  return sql`exists (select from ${holds} where ${holds.customerId} = customers.id and ${holds.kind} = 'credit'
    and ${isInForce(asOf)})`;
}

/** Hundredths of a score, for who has none: beyond every other, so that it comes last. */
const NO_SCORE = { asc: 1_000_000, desc: -1 } as const;

/** Those that match, with what they are sorted by. How a customer pays is counted for that order alone: it takes the whole year. */
async function ranked(tx: Tx, { sort, descending, currency }: CustomerFilters, moment: Moment): Promise<SQL> {
  if (sort !== 'health') return sql`matched`;
  const scores = (await healthFacts(tx, [{ ...moment, currency }], null)).flatMap((facts) => {
    const score = healthOf(facts)?.score ?? null;
    return score === null ? [] : [{ id: facts.customerId, score: Math.round(score * 100) }];
  });
  return sql`(select m.*, coalesce(score, ${NO_SCORE[descending ? 'desc' : 'asc']}) as health from matched m
    left join jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as s (id uuid, score int) on s.id = m.id) as matched`;
}

/** What each column sorts by, never null; of the table itself, as what is answered is text. */
const KEYS: Readonly<Record<CustomerSort, SQL>> = {
  name: sql`matched.name`,
  owner: sql`coalesce(matched.owner, '')`,
  terms: sql`matched.terms_days`,
  health: sql`matched.health`,
  oldest: sql`coalesce(matched.oldest_days, -1)`,
  late: sql`matched.late`,
  unapplied: sql`-matched.credits`,
  balance: sql`matched.total`,
};

function order({ sort, descending }: CustomerFilters): SQL {
  return sql`order by ${KEYS[sort]} ${descending ? sql`desc` : sql`asc`}, matched.name, matched.id`;
}

function isAfter({ after, sort, descending }: CustomerFilters): SQL {
  if (!after) return sql``;
  const [key, name, id] = after;
  const type = sort === 'name' || sort === 'owner' ? sql`text` : sql`bigint`;
  const [column, value] = [KEYS[sort], sql`${key}::${type}`];
  return sql`where (${column} ${descending ? sql`<` : sql`>`} ${value}
    or (${column} = ${value} and (matched.name, matched.id) > (${name}, ${id}::uuid)))`;
}
