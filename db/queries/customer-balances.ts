import { and, eq, gt, lt, not, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { type AgingRule, countRows, type Moment, openItemsAt, sumMinor } from '../expressions';
import type { Tx } from '../scope';
import type { AgingSums } from './aging';

/** What a customer owes in one currency. */
export interface CustomerBalance extends AgingSums {
  readonly currency: string;
  /** Open debit items per bucket, and in all. */
  readonly bucketCounts: readonly number[];
  readonly openCount: number;
  /** What is past its due day, whatever the buckets count from. */
  readonly lateMinor: Minor;
  readonly lateCount: number;
  /** Days past due of the latest item; null when nothing is late. */
  readonly oldestDays: number | null;
  /** Credits that nothing has taken yet. */
  readonly creditCount: number;
}

/** What one customer owes, a row per currency with anything open, in order of the currencies' codes. */
export async function customerBalances(
  tx: Tx,
  customerId: string,
  moment: Moment,
  rule: AgingRule,
): Promise<CustomerBalance[]> {
  const items = openItemsAt(moment, rule);
  const indexes = Array.from({ length: rule.bounds.length + 1 }, (_, i) => i);
  const inBucket = (i: number) => both(gt(items.amountMinor, ZERO), eq(items.bucket, i));
  const list = (each: (i: number) => SQL) =>
    sql<string[]>`to_json(array[${sql.join(indexes.map(each), sql`, `)}]::text[])`;
  const rows = await tx
    .select({
      currency: items.currency,
      buckets: list((i) => sumMinor(items.openMinor, inBucket(i))),
      counts: list((i) => countRows(inBucket(i))),
      ...balanceSums(items, moment.asOf),
    })
    .from(items)
    .where(eq(items.customerId, customerId))
    .groupBy(items.currency)
    .orderBy(items.currency);
  return rows.map(({ buckets, counts, ...row }) => ({
    ...row,
    bucketsMinor: buckets.map(toMinor),
    bucketCounts: counts.map(Number),
  }));
}

/**
 * The sums that stand for a customer wherever one is shown, as columns of a grouped query over `openItemsAt`; `when`
 * narrows the items. Late is what is past its due day.
 */
export function balanceSums(items: ReturnType<typeof openItemsAt>, asOf: PlainDate, when: SQL = sql`true`) {
  const isDebit = both(gt(items.amountMinor, ZERO), when);
  const isCredit = both(not(gt(items.amountMinor, ZERO)), when);
  const isLate = both(isDebit, lt(items.dueOn, asOf));
  return {
    totalMinor: sumMinor(items.openMinor, when).as('total'),
    creditsMinor: sumMinor(items.openMinor, isCredit).as('credits'),
    creditCount: countRows(isCredit).as('credit_count'),
    openCount: countRows(isDebit).as('open_count'),
    lateMinor: sumMinor(items.openMinor, isLate).as('late'),
    lateCount: countRows(isLate).as('late_count'),
    oldestDays: sql<number | null>`max(${asOf}::date - ${items.dueOn}) filter (where ${isLate})`
      .mapWith(Number)
      .as('oldest_days'),
  };
}

function both(a: SQL, b: SQL): SQL {
  return and(a, b) ?? sql`true`;
}
