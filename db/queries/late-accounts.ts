import { and, desc, eq, gt, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { comingAlone } from '@/lib/domain/forecast/coming-alone';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import type { BrokenPromise, LateAccount } from '@/lib/domain/next-steps';
import { idList, openItemsAt, sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { disputes } from '../schema/disputes';
import { openItems } from '../schema/open-items';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { readBookOf } from './expected-payments';
import { BILLED } from './invoices';
import { isFree, isUnpromised } from './left-alone';
import { promiseGraceDays, receivedMinor } from './promise-receipts';

/** Broken promises that are looked at. */
const BROKEN = 20;
/** How long a broken promise is worth mentioning, and how long a habit is looked back for. */
const MENTIONED_DAYS = 90;
const HABIT_DAYS = 365;

/** A currency on a day that is the organization's today: what is open now, open then. */
export interface Today {
  readonly asOf: PlainDate;
  readonly currency: string;
}

/** Whether nobody contests an invoice, by the name of a query's own column of document ids. The contested ones are read once. */
export function isUncontested(documentId: SQL): SQL {
  return sql`${documentId} <> all (array(select ${disputes.documentId} from ${disputes} where ${disputes.resolvedAt} is null))`;
}

/** Which late accounts are meant, and how many of them are looked at. */
export interface Asked {
  readonly most: number;
  /** Of a row with a customer's id: whether it is meant; undefined for all. */
  readonly where: (customerId: SQL) => SQL | undefined;
  /** Of a group of items by customer: whether it is meant; undefined for all. */
  readonly having: SQL | undefined;
}

/**
 * The customers that are late with most, and those that broke a promise, with what is known of each; and how many there are in
 * all. Whoever is to be left alone today is none of them.
 */
export async function lateAccounts(
  tx: Tx,
  today: Today,
  { most, where, having }: Asked,
): Promise<{ accounts: LateAccount[]; count: number }> {
  const graceDays = await promiseGraceDays(tx);
  const broken = await brokenPromises(tx, { ...today, graceDays });
  const items = openItemsAt({ ...today, knownAt: null }, { basis: 'due', bounds: [0] });
  const late = sumMinor(items.openMinor);
  const between = (from: number, to: number) => sql`${items.days} between ${from} and ${to}`;
  // The names are looked up for the few that are left: joined before, the planner may read all customers for every item.
  const lines = new QueryBuilder()
    .select({
      customerId: items.customerId,
      lateMinor: late.as('late'),
      oldestDays: sql<number>`max(${items.days})`.mapWith(Number).as('oldest'),
      crossedMinor: sumMinor(items.openMinor, between(61, 67)).as('crossed'),
      veryOldMinor: sumMinor(items.openMinor, sql`${items.days} > 120`).as('very_old'),
      count: sql<number>`(count(*) over ())::int`.as('all_count'),
    })
    .from(items)
    .where(
      and(
        eq(items.currency, today.currency),
        gt(items.amountMinor, ZERO),
        gt(items.days, 0),
        isUncontested(sql`items.item_document_id`),
        isFree(sql`items.item_customer_id`, today),
        where(sql`items.item_customer_id`),
      ),
    )
    .groupBy(items.customerId)
    .having(and(isUnpromised(sql`items.item_customer_id`, late, { ...today, graceDays }), having))
    .orderBy(
      desc(sql`${items.customerId} = any(${idList([...broken.keys()])})`),
      desc(late),
      items.customerId,
    )
    .limit(most)
    .as('lines');
  const rows = await tx
    .select({
      customerId: lines.customerId,
      customer: customers.name,
      lateMinor: lines.lateMinor,
      oldestDays: lines.oldestDays,
      crossedMinor: lines.crossedMinor,
      veryOldMinor: lines.veryOldMinor,
      count: lines.count,
    })
    .from(lines)
    .innerJoin(customers, eq(customers.id, lines.customerId))
    .orderBy(desc(lines.lateMinor), customers.name, customers.id);
  const ids = rows.map((row) => row.customerId);
  const habits = await habitsOf(tx, today, ids);
  const { debits, read } = await readBookOf(tx, { ...today, knownAt: null }, ids);
  const alone = comingAlone(debits, read);
  const accounts = rows.map(({ count: _all, ...row }) => ({
    ...row,
    habitDays: habits.get(row.customerId) ?? null,
    aloneShare: alone.get(row.customerId) ?? 0,
    broken: broken.get(row.customerId) ?? null,
  }));
  return { accounts, count: rows[0]?.count ?? 0 };
}

/** By customer, the largest promise of which the last day is over without all of it, and nothing newer was promised. */
async function brokenPromises(
  tx: Tx,
  { asOf, currency, graceDays }: Today & { readonly graceDays: number },
): Promise<Map<string, BrokenPromise>> {
  const received = receivedMinor({ asOf, knownAt: null, graceDays });
  const isReplaced = sql`exists (select from ${promises} newer where newer.customer_id = promises.customer_id
    and newer.currency = promises.currency and newer.cancelled_at is null
    and (newer.promised_on, newer.id) > (promises.promised_on, promises.id))`;
  const isStillOpen = sql`(promises.document_id is null or exists (select from ${openItems}
    where open_items.document_id = promises.document_id and open_items.open_minor > 0))`;
  const rows = await tx
    .select({
      customerId: promises.customerId,
      promisedMinor: promises.amountMinor,
      receivedMinor: received,
      promisedFor: promises.promisedFor,
    })
    .from(promises)
    .where(
      and(
        eq(promises.currency, currency),
        isNull(promises.cancelledAt),
        lte(promises.promisedOn, asOf),
        sql`${promises.promisedFor} + ${graceDays}::int < ${asOf}`,
        sql`${promises.promisedFor} >= ${asOf}::date - ${MENTIONED_DAYS}::int`,
        sql`${received} < ${promises.amountMinor}`,
        sql`not ${isReplaced}`,
        isStillOpen,
      ),
    )
    .orderBy(desc(promises.amountMinor), promises.id)
    .limit(BROKEN);
  const byCustomer = new Map<string, BrokenPromise>();
  for (const { customerId, ...promise } of rows)
    if (!byCustomer.has(customerId)) byCustomer.set(customerId, promise);
  return byCustomer;
}

/** Days from due to settled of the middle one of a customer's invoices of the last year; of at least three, none written off. */
async function habitsOf(
  tx: Tx,
  { asOf }: Pick<Today, 'asOf'>,
  customerIds: readonly string[],
): Promise<Map<string, number>> {
  // As a value per item, so that it stays a look-up of the item's own few applications.
  const isWrittenOff = sql`coalesce((select bool_or(kind = 'write_off') from allocations a cross join lateral (
      select kind from open_items c where c.id = a.credit_item_id offset 0) as credit
    where a.debit_item_id = open_items.id), false)`;
  const rows = await tx
    .select({
      customerId: openItems.customerId,
      days: sql<number>`(percentile_disc(0.5) within group (order by moved_on - due_on))::int`,
    })
    .from(openItems)
    .where(
      and(
        sql`${openItems.customerId} = any(${idList(customerIds)})`,
        inArray(openItems.kind, BILLED),
        eq(openItems.openMinor, ZERO),
        sql`${openItems.movedOn} between ${asOf}::date - ${HABIT_DAYS}::int and ${asOf}`,
        sql`not ${isWrittenOff}`,
      ),
    )
    .groupBy(openItems.customerId)
    .having(sql`count(*) >= 3`);
  return new Map(rows.map(({ customerId, days }) => [customerId, days]));
}

/** An amount of a column that a query names itself. */
export function minorOf(expression: SQL): SQL<Minor> {
  return sql<Minor>`${expression}::bigint`.mapWith(toMinor);
}
