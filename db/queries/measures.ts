import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { addMonths, daysBetween, earlier, monthEnd, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import type { WeightedDays } from '@/lib/domain/measures';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { knownBy, type Moment, openItemsAt } from '../expressions';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** A calendar month, or as much of it as has passed. */
export interface MonthSpan {
  /** Its first day. */
  readonly from: PlainDate;
  /** Its last day, or the day that is reported on when that is earlier. */
  readonly to: PlainDate;
  readonly days: number;
}

/** What the measures of a month are made of, as of its last day. */
export interface MonthInputs extends MonthSpan {
  readonly openingMinor: Minor;
  /** Invoices less credit memos, by their days; what was taken back counts against the day on which it was. */
  readonly salesMinor: Minor;
  /** All that is owed, unapplied credits taken off. */
  readonly closingMinor: Minor;
  /** What is owed on invoices, fees and the like and not past due. */
  readonly currentMinor: Minor;
  readonly pastDueMinor: Minor;
  /** What payments settled of invoices, by days since issue and by days since due. */
  readonly paid: WeightedDays;
  readonly late: WeightedDays;
}

/** The last `count` months up to the one of `asOf`, oldest first. */
export function monthsUpTo(asOf: PlainDate, count: number): MonthSpan[] {
  const first = toPlainDate(`${asOf.slice(0, 7)}-01`);
  return Array.from({ length: count }, (_, i) => {
    const from = addMonths(first, i + 1 - count);
    const to = earlier(monthEnd(from), asOf);
    return { from, to, days: daysBetween(from, to) + 1 };
  });
}

/**
 * What the measures are made of, month by month, oldest first. Every movement of the ledger is read once and counts from the day
 * on which it made a difference, so that a month's balances are sums over what came before, however many months are asked for.
 */
export async function monthlyInputs(
  tx: Tx,
  months: readonly MonthSpan[],
  currency: string,
  moment: Pick<Moment, 'knownAt'>,
): Promise<MonthInputs[]> {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return [];
  const moved = await movements(tx, { months, first, last }, currency, moment);
  const settled = await settlements(tx, { months, first, last }, currency, moment);
  let before: Totals = moved.get(-1) ?? NOTHING;
  return months.map((month, i) => {
    const change = moved.get(i) ?? NOTHING;
    const [opening, after] = [before, add(before, change)];
    before = after;
    const { paid, late } = settled.get(i) ?? { paid: NO_DAYS, late: NO_DAYS };
    return {
      ...month,
      openingMinor: opening.owed,
      salesMinor: change.sales,
      closingMinor: after.owed,
      currentMinor: toMinor(after.debits - after.pastDue),
      pastDueMinor: after.pastDue,
      paid,
      late,
    };
  });
}

/** How late what is late is: the days past due of every item that is past due at the moment, and how many there are. */
export async function overdueDays(
  tx: Tx,
  moment: Moment,
  currency: string,
): Promise<{ readonly sumOfDays: number; readonly itemCount: number }> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const [row] = await tx
    .select({
      sumOfDays: sql<number>`coalesce(sum(${items.days}), 0)`.mapWith(Number),
      itemCount: sql<number>`count(*)`.mapWith(Number),
    })
    .from(items)
    .where(and(eq(items.currency, currency), gt(items.amountMinor, ZERO), lt(items.dueOn, moment.asOf)));
  return row ?? { sumOfDays: 0, itemCount: 0 };
}

interface Totals {
  readonly owed: Minor;
  readonly sales: Minor;
  readonly debits: Minor;
  readonly pastDue: Minor;
}

interface Span {
  readonly months: readonly MonthSpan[];
  readonly first: MonthSpan;
  readonly last: MonthSpan;
}

const NOTHING: Totals = { owed: ZERO, sales: ZERO, debits: ZERO, pastDue: ZERO };
const NO_DAYS: WeightedDays = { amountMinor: 0, amountDays: 0 };

function add(a: Totals, b: Totals): Totals {
  return {
    owed: toMinor(a.owed + b.owed),
    sales: b.sales,
    debits: toMinor(a.debits + b.debits),
    pastDue: toMinor(a.pastDue + b.pastDue),
  };
}

/** The month that a day lies in, counted from 0; -1 before the first. */
function monthOf(day: ReturnType<typeof sql>, { months, first }: Span) {
  const starts = [first.from, ...months.slice(1).map((month) => month.from)];
  return sql`width_bucket(${day}, ${`{${starts.join(',')}}`}::date[]) - 1`;
}

/** What changed in each month: an item is past due from the day after it is due, and what settles it counts from then too. */
async function movements(
  tx: Tx,
  span: Span,
  currency: string,
  moment: Pick<Moment, 'knownAt'>,
): Promise<Map<number, Totals>> {
  const known = (column: Parameters<typeof knownBy>[0]) => knownBy(column, moment) ?? sql`true`;
  const rows = await tx.execute<{
    month: number;
    owed: string;
    sales: string;
    debits: string;
    past_due: string;
  }>(sql`
    with moves as (
      select document_date as day, amount_minor as owed, 0 as debits, 0 as past_due,
        case when coalesce(
            (select r.kind from documents r where r.id = ${documents}.reverses_id), ${documents}.kind)
          in ('invoice', 'credit_memo') then amount_minor else 0 end as sales
      from ${documents} where currency = ${currency} and ${known(documents.recordedAt)}
      union all
      select effective_on, 0, amount_minor, 0, 0 from ${openItems}
      where currency = ${currency} and amount_minor > 0 and ${known(openItems.recordedAt)}
      union all
      select greatest(effective_on, due_on + 1), 0, 0, amount_minor, 0 from ${openItems}
      where currency = ${currency} and amount_minor > 0 and ${known(openItems.recordedAt)}
      union all
      select effective_on, 0, -amount_minor, 0, 0 from ${allocations}
      where currency = ${currency} and ${known(allocations.recordedAt)}
      union all
      select greatest(${allocations}.effective_on, debit.due_on + 1), 0, 0, -${allocations}.amount_minor, 0
      from ${allocations} join open_items debit on debit.id = ${allocations}.debit_item_id
      where ${allocations}.currency = ${currency} and ${known(allocations.recordedAt)})
    select ${monthOf(sql`day`, span)} as month, sum(owed)::text as owed, sum(debits)::text as debits,
      sum(past_due)::text as past_due, sum(sales)::text as sales
    from moves where day <= ${span.last.to} group by 1`);
  return new Map(
    rows.map(({ month, owed, sales, debits, past_due }) => [
      month,
      { owed: toMinor(owed), sales: toMinor(sales), debits: toMinor(debits), pastDue: toMinor(past_due) },
    ]),
  );
}

/** What payments settled of invoices in each month, and still did at its end. Credit memos and write-offs are no payments. */
async function settlements(
  tx: Tx,
  span: Span,
  currency: string,
  moment: Pick<Moment, 'knownAt'>,
): Promise<Map<number, { paid: WeightedDays; late: WeightedDays }>> {
  const known = (table: string) =>
    moment.knownAt === null
      ? sql`true`
      : sql`${sql.identifier(table)}.recorded_at <= ${moment.knownAt}::timestamptz`;
  const ends = sql`${`{${span.months.map((month) => month.to).join(',')}}`}::date[]`;
  const rows = await tx.execute<{ month: number; amount: string; paid: string; late: string }>(sql`
    with parts as (
      select a.id, a.amount_minor, a.effective_on, a.effective_on - d.effective_on as paid_after,
        a.effective_on - d.due_on as late_by, ${monthOf(sql`a.effective_on`, span)} as month
      from allocations a
      join open_items d on d.id = a.debit_item_id and d.kind = 'invoice'
      join open_items c on c.id = a.credit_item_id and c.kind = 'payment'
      where a.currency = ${currency} and a.reverses_id is null and ${known('a')}
        and a.effective_on between ${span.first.from} and ${span.last.to})
    select month, sum(amount_minor)::text as amount, sum(amount_minor * paid_after)::text as paid,
      sum(amount_minor * late_by)::text as late
    from parts where not exists (select from allocations u where u.reverses_id = parts.id
      and u.effective_on <= (${ends})[month + 1] and ${known('u')})
    group by month`);
  return new Map(
    rows.map(({ month, amount, paid, late }) => {
      const amountMinor = Number(amount);
      return [
        month,
        { paid: { amountMinor, amountDays: Number(paid) }, late: { amountMinor, amountDays: Number(late) } },
      ];
    }),
  );
}
