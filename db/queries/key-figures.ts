import { and, desc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import { customersAt } from '../customers-at';
import { type AgingRule, countRows, knownBy, type Moment, openItemsAt, sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { balanceSums } from './customer-balances';
import { BILLED, type InvoiceFilter } from './invoices';

/** Days past due beyond which a customer is at risk. */
const AT_RISK_AFTER = 90;

/** How many customers have an item more than 90 days past due. */
function atRiskCount({ customerId, amountMinor, days }: ReturnType<typeof openItemsAt>): SQL<number> {
  const isOld = and(gt(amountMinor, ZERO), gt(days, AT_RISK_AFTER));
  return sql<number>`(count(distinct ${customerId}) filter (where ${isOld}))::int`;
}

/** What is owed in one currency at a moment. */
export interface Receivables {
  /** Open invoices less credits that nothing has taken. */
  readonly totalMinor: Minor;
  /** Credits that nothing has taken, 0 or below. */
  readonly creditsMinor: Minor;
  /** What is past its due day. */
  readonly lateMinor: Minor;
  readonly openCount: number;
  readonly lateCount: number;
  /** Mean days past due of the items that are; null when none is. */
  readonly averageDaysLate: number | null;
  /** Customers with an item more than 90 days past due. */
  readonly atRiskCount: number;
}

/** The open items of one currency, summed; `from` and `to` narrow them by the days of their documents. */
export async function receivables(
  tx: Tx,
  moment: Moment,
  { currency, customerId, from, to }: InvoiceFilter & { readonly currency: string },
): Promise<Receivables> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const isLate = and(gt(items.amountMinor, ZERO), lt(items.dueOn, moment.asOf)) ?? sql`false`;
  const { totalMinor, creditsMinor, lateMinor, openCount, lateCount } = balanceSums(items, moment.asOf);
  const [row] = await tx
    .select({
      totalMinor,
      creditsMinor,
      lateMinor,
      openCount,
      lateCount,
      averageDaysLate: sql<number | null>`(avg(${items.days}) filter (where ${isLate}))::float8`,
      atRiskCount: atRiskCount(items),
    })
    .from(items)
    .where(
      and(
        eq(items.currency, currency),
        customerId ? eq(items.customerId, customerId) : undefined,
        from ? gte(items.effectiveOn, from) : undefined,
        to ? lte(items.effectiveOn, to) : undefined,
      ),
    );
  if (!row) throw new Error('a sum returned no row');
  return row;
}

/** What was invoiced and what was received between two days, without what was taken back by the moment. */
export async function turnover(
  tx: Tx,
  moment: Moment,
  { currency, customerId, from, to }: InvoiceFilter & { readonly currency: string },
): Promise<{ invoicedMinor: Minor; receivedMinor: Minor }> {
  const known = moment.knownAt === null ? sql`` : sql`and r.recorded_at <= ${moment.knownAt}`;
  const stands = sql`not exists (select from ${documents} r
    where r.reverses_id = ${documents.id} and r.document_date <= ${moment.asOf} ${known})`;
  const received = sql`-${documents.amountMinor}`;
  const [row] = await tx
    .select({
      invoicedMinor: sumMinor(documents.amountMinor, sql`${documents.kind} <> 'payment'`),
      receivedMinor: sumMinor(received, sql`${documents.kind} = 'payment'`),
    })
    .from(documents)
    .where(
      and(
        inArray(documents.kind, [...BILLED, 'payment']),
        eq(documents.currency, currency),
        customerId ? eq(documents.customerId, customerId) : undefined,
        from ? gte(documents.documentDate, from) : undefined,
        to ? lte(documents.documentDate, to) : undefined,
        lte(documents.documentDate, moment.asOf),
        knownBy(documents.recordedAt, moment),
        stands,
      ),
    );
  if (!row) throw new Error('a sum returned no row');
  return row;
}

/** A customer with what it owes in one currency. */
export interface Debtor {
  readonly customerId: string;
  readonly customer: string;
  readonly totalMinor: Minor;
  readonly lateMinor: Minor;
  /** Open invoices and other debits. */
  readonly openCount: number;
}

/** Who owes most, largest first. */
export function largestDebtors(
  tx: Tx,
  moment: Moment,
  {
    currency,
    limit,
    offset = 0,
  }: { readonly currency: string; readonly limit: number; readonly offset?: number },
): Promise<Debtor[]> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const { totalMinor, lateMinor, openCount } = balanceSums(items, moment.asOf);
  const known = customersAt(moment);
  return tx
    .select({ customerId: known.id, customer: known.name, totalMinor, lateMinor, openCount })
    .from(items)
    .innerJoin(known, eq(known.id, items.customerId))
    .where(eq(items.currency, currency))
    .groupBy(known.id, known.name)
    .orderBy(desc(totalMinor), known.name, known.id)
    .limit(limit)
    .offset(offset);
}

/** What is open in each bucket, of one currency. Credits that nothing has taken stand apart, 0 or below. */
export async function openByBucket(
  tx: Tx,
  moment: Moment,
  rule: AgingRule,
  currency: string,
): Promise<{ bucketsMinor: Minor[]; creditsMinor: Minor }> {
  const items = openItemsAt(moment, rule);
  const isDebit: SQL = gt(items.amountMinor, ZERO);
  const rows = await tx
    .select({
      bucket: items.bucket,
      openMinor: sumMinor(items.openMinor, isDebit),
      creditsMinor: sumMinor(items.openMinor, sql`not ${isDebit}`),
    })
    .from(items)
    .where(eq(items.currency, currency))
    .groupBy(items.bucket);
  const bucketsMinor = Array.from(
    { length: rule.bounds.length + 1 },
    (_, i) => rows.find((row) => row.bucket === i)?.openMinor ?? ZERO,
  );
  return { bucketsMinor, creditsMinor: sumOf(rows.map((row) => row.creditsMinor)) };
}

/** Customers that are not archived. */
export async function activeCustomerCount(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ count: countRows() })
    .from(customers)
    .where(sql`${customers.archivedAt} is null`);
  return row?.count ?? 0;
}
