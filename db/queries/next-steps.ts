import { and, desc, eq, gt, gte, inArray, lte, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { ZERO } from '@/lib/domain/money';
import { type NextStep, stepsOfAccount, type Unreminded, type WaitingCredits } from '@/lib/domain/next-steps';
import { countRows, openItemsAt, sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { BILLED } from './invoices';
import { isUncontested, lateAccounts, minorOf, type Today } from './late-accounts';
import { isFree } from './left-alone';
import { openDisputes } from './open-disputes';
import { lastLevelOf } from './reminder-candidates';

const RULE = { basis: 'due', bounds: [0] } as const;
/** Late accounts and disputes that are looked at, the largest; accounts with credits that are named. */
const ACCOUNTS = 80;
const DISPUTES = 20;
const NAMED = 3;
const ANY = () => undefined;
/** Days late within which a first reminder is news. */
const NEWLY_LATE = 14;

/** Everything that asks for something today in one currency, from the books as they are; to be ranked. */
export async function nextSteps(tx: Tx, today: Today): Promise<NextStep[]> {
  const { accounts } = await lateAccounts(tx, today, { most: ACCOUNTS, where: ANY, having: undefined });
  const contested = await openDisputes(tx, today, {
    most: DISPUTES,
    where: (customerId) => isFree(customerId, today),
  });
  const credits = await waitingCredits(tx, today);
  const items = await unreminded(tx, today);
  return [
    ...accounts.flatMap(stepsOfAccount),
    ...contested.map((dispute) => ({ kind: 'dispute' as const, amountMinor: dispute.amountMinor, dispute })),
    { kind: 'unapplied', amountMinor: credits.amountMinor, credits },
    { kind: 'unreminded', amountMinor: items.amountMinor, items },
  ];
}

/** Credits of customers that have an open invoice as well. */
async function waitingCredits(tx: Tx, { asOf, currency }: Today): Promise<WaitingCredits> {
  const items = openItemsAt({ asOf, knownAt: null }, RULE);
  const isCredit = sql`${items.amountMinor} <= 0`;
  const waiting = minorOf(sql`-sum(${items.openMinor}) filter (where ${isCredit})`);
  const count = sql`count(*) filter (where ${isCredit})`;
  const lines = new QueryBuilder()
    .select({
      customerId: items.customerId,
      amountMinor: waiting.as('waiting'),
      itemId: sql<
        string | null
      >`case when ${count} = 1 then min(${items.itemId}::text) filter (where ${isCredit}) end`.as(
        'only_item',
      ),
      allCount: sql<number>`(sum(${count}) over ())::int`.as('all_count'),
      allMinor: minorOf(sql`sum(${waiting}) over ()`).as('all_minor'),
    })
    .from(items)
    .where(eq(items.currency, currency))
    .groupBy(items.customerId)
    .having(sql`${count} > 0 and count(*) filter (where not ${isCredit}) > 0`)
    .orderBy(desc(waiting), items.customerId)
    .limit(NAMED)
    .as('lines');
  const rows = await tx
    .select({
      customerId: lines.customerId,
      customer: customers.name,
      amountMinor: lines.amountMinor,
      itemId: lines.itemId,
      allCount: lines.allCount,
      allMinor: lines.allMinor,
    })
    .from(lines)
    .innerJoin(customers, eq(customers.id, lines.customerId))
    .orderBy(desc(lines.amountMinor), customers.name, customers.id);
  const [first] = rows;
  return {
    count: first?.allCount ?? 0,
    amountMinor: first?.allMinor ?? ZERO,
    largest: rows.map(({ allCount: _c, allMinor: _m, ...row }) => row),
  };
}

/** What went late lately, was never reminded of, and is neither contested, promised nor on hold. */
async function unreminded(tx: Tx, { asOf, currency }: Today): Promise<Unreminded> {
  const items = openItemsAt({ asOf, knownAt: null }, RULE);
  const [document, customer] = [sql`items.item_document_id`, sql`items.item_customer_id`];
  const isPromised = sql`exists (select from ${promises} where promises.customer_id = ${customer}
    and coalesce(promises.document_id, ${document}) = ${document} and promises.currency = items.item_currency
    and promises.cancelled_at is null and promises.promised_for >= ${asOf})`;
  const isHeld = sql`exists (select from holds where holds.customer_id = ${customer} and holds.kind = 'reminders'
    and coalesce(holds.document_id, ${document}) = ${document} and holds.released_on is null)`;
  const [row] = await tx
    .select({
      itemCount: countRows(),
      customerCount: sql<number>`count(distinct ${items.customerId})::int`,
      amountMinor: sumMinor(items.openMinor),
      fewestDays: sql<number>`coalesce(min(${items.days}), 0)`,
      mostDays: sql<number>`coalesce(max(${items.days}), 0)`,
    })
    .from(items)
    .where(
      and(
        eq(items.currency, currency),
        inArray(items.kind, BILLED),
        gt(items.openMinor, ZERO),
        gte(items.days, 1),
        lte(items.days, NEWLY_LATE),
        sql`${lastLevelOf(sql`items.item_id`)} = 0`,
        isUncontested(document),
        sql`not (${isPromised} or ${isHeld})`,
      ),
    );
  if (!row) throw new Error('a sum without a row');
  return row;
}
