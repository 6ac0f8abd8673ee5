import { type SQL, sql } from 'drizzle-orm';
import { addDays, addMonths, type PlainDate } from '@/lib/domain/dates';
import { HEALTH_BOUNDS } from '@/lib/domain/health';
import type { ReasonFacts } from '@/lib/domain/health-reason';
import { toMinor } from '@/lib/domain/money';
import { YEAR } from '@/lib/domain/month-measures';
import { byHash } from '../bulk';
import { type BooksAt, idList, openItemsAt } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { promiseGraceDays } from './promise-receipts';
import { promisesAt } from './promises-at';

/** Days of the recent window of a trend; what is before it in the year is what it is held against. */
const RECENT_DAYS = 90;

/** What a customer's health is made of, as of a day. */
export interface CustomerFacts extends ReasonFacts {
  readonly asOf: PlainDate;
  readonly customerId: string;
  readonly customer: string;
  /** The collector; null when nobody is named. */
  readonly owner: string | null;
}

/**
 * The facts of every customer that owes something or paid something in the year, as of each of some days, in one statement; of
 * the customers given alone, if any are.
 */
export async function healthFacts(
  tx: Tx,
  moments: readonly BooksAt[],
  customerIds: readonly string[] | null,
): Promise<CustomerFacts[]> {
  const graceDays = await promiseGraceDays(tx);
  const each = moments.map((at) => factsAt(at, graceDays, customerIds));
  const asked = tx.execute<Row>(sql.join(each, sql` union all `));
  // Of all customers whole books are joined, of some a few rows of each.
  const rows = customerIds === null ? await byHash(tx, asked) : await asked;
  return rows.map(toFacts);
}

function factsAt(at: BooksAt, graceDays: number, customerIds: readonly string[] | null): SQL {
  const { asOf, currency, knownAt } = at;
  const yearAgo = addMonths(asOf, -YEAR);
  const recent = addDays(asOf, -RECENT_DAYS);
  const items = openItemsAt(at, { basis: 'due', bounds: HEALTH_BOUNDS });
  const promised = promisesAt(at, graceDays);
  const known = (table: string) =>
    knownAt === null ? sql`true` : sql`${sql.identifier(table)}.recorded_at <= ${knownAt}::timestamptz`;
  const among = (customer: SQL) =>
    customerIds === null ? sql`true` : sql`${customer} = any(${idList(customerIds)})`;
  const late = sql`a.amount_minor * (a.effective_on - d.due_on)`;
  const isRecent = sql`a.effective_on > ${recent}`;
  const pastDue = sql`open_at > 0 and days > 0`;
  const ages = sql.join(
    Array.from(
      { length: HEALTH_BOUNDS.length + 1 },
      (_, age) =>
        sql`coalesce(sum(open_at) filter (where ${pastDue} and bucket = ${sql.raw(String(age))}), 0)`,
    ),
    sql`, `,
  );
  return sql`(with open as materialized (
      select item_id, item_customer_id as customer_id, open_at, days, bucket from ${items}
      where item_currency = ${currency} and ${among(sql`item_customer_id`)}),
    owing as (
      select customer_id, sum(open_at) as owed, coalesce(sum(open_at) filter (where open_at > 0), 0) as open,
        array[${ages}]::text[] as ages, coalesce(sum(open_at) filter (where ${pastDue}), 0) as past_due,
        coalesce(sum(open_at * days) filter (where ${pastDue}), 0) as past_due_days,
        max(days) filter (where ${pastDue}) as oldest_days
      from open group by customer_id),
    paid as (
      select a.customer_id, count(distinct d.id) filter (where d.id not in (select item_id from open)) as settled,
        coalesce(sum(a.amount_minor) filter (where ${isRecent}), 0) as recently, coalesce(sum(${late}) filter (where ${isRecent}), 0) as recent_days,
        coalesce(sum(a.amount_minor) filter (where not ${isRecent}), 0) as before, coalesce(sum(${late}) filter (where not ${isRecent}), 0) as before_days
      from ${allocations} a
      join ${openItems} d on d.id = a.debit_item_id and d.kind = 'invoice'
      join ${openItems} c on c.id = a.credit_item_id and c.kind = 'payment' and ${among(sql`c.customer_id`)}
      where a.currency = ${currency} and a.reverses_id is null and a.effective_on > ${yearAgo} and a.effective_on <= ${asOf}
        and ${known('a')} and ${among(sql`a.customer_id`)}
        and a.id not in (select u.reverses_id from ${allocations} u where u.reverses_id is not null
          and u.effective_on <= ${asOf} and ${known('u')})
      group by a.customer_id),
    broke as (
      select customer_id, count(*) as count, max(last_on) as last_on from ${promised}
      where last_on < ${asOf} and last_on > ${yearAgo} and received_minor < amount_minor and ${among(sql`customer_id`)}
      group by customer_id),
    bounced as (
      select p.customer_id, count(*) as count, max(r.document_date) as last_on
      from ${documents} r join ${documents} p on p.id = r.reverses_id and p.kind = 'payment'
      where r.reverses_id is not null and r.currency = ${currency} and r.document_date > p.document_date
        and r.document_date > ${yearAgo} and r.document_date <= ${asOf} and ${known('r')} and ${among(sql`p.customer_id`)}
      group by p.customer_id)
    select ${asOf} as as_of, k.id, k.name, k.owner, coalesce(settled, 0)::int as settled,
      coalesce(recently, 0)::text as recently, coalesce(recent_days, 0)::text as recent_days, coalesce(before, 0)::text as before,
      coalesce(before_days, 0)::text as before_days, coalesce(owed, 0)::text as owed, coalesce(open, 0)::text as open,
      to_json(ages) as ages, coalesce(past_due, 0)::text as past_due, coalesce(past_due_days, 0)::text as past_due_days, oldest_days,
      case when k.currency = ${currency} then k.credit_limit_minor end::text as credit_limit,
      coalesce(broke.count, 0)::int as broken, broke.last_on::text as broken_on,
      coalesce(bounced.count, 0)::int as bounced, bounced.last_on::text as bounced_on
    from ${customers} k left join owing on owing.customer_id = k.id left join paid on paid.customer_id = k.id
    left join broke on broke.customer_id = k.id left join bounced on bounced.customer_id = k.id
    where ${among(sql`k.id`)} and (owing.customer_id is not null or paid.customer_id is not null))`;
}

interface Row extends Record<string, unknown> {
  readonly as_of: PlainDate;
  readonly id: string;
  readonly name: string;
  readonly owner: string | null;
  readonly settled: number;
  readonly recently: string;
  readonly recent_days: string;
  readonly before: string;
  readonly before_days: string;
  readonly owed: string;
  readonly open: string;
  readonly ages: readonly string[] | null;
  readonly past_due: string;
  readonly past_due_days: string;
  readonly oldest_days: number | null;
  readonly credit_limit: string | null;
  readonly broken: number;
  readonly broken_on: PlainDate | null;
  readonly bounced: number;
  readonly bounced_on: PlainDate | null;
}

function toFacts(row: Row): CustomerFacts {
  const days = (amount: string, weighed: string) => ({
    amountMinor: Number(amount),
    amountDays: Number(weighed),
  });
  return {
    asOf: row.as_of,
    customerId: row.id,
    customer: row.name,
    owner: row.owner,
    settledCount: row.settled,
    lateRecently: days(row.recently, row.recent_days),
    lateBefore: days(row.before, row.before_days),
    openMinor: toMinor(row.open),
    pastDueMinor: (row.ages ?? []).map(toMinor),
    pastDue: days(row.past_due, row.past_due_days),
    owedMinor: toMinor(row.owed),
    creditLimitMinor: row.credit_limit === null ? null : toMinor(row.credit_limit),
    brokenCount: row.broken,
    bouncedCount: row.bounced,
    oldestDays: row.oldest_days,
    brokenOn: row.broken_on,
    bouncedOn: row.bounced_on,
  };
}
