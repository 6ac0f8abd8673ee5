import { type SQL, sql } from 'drizzle-orm';
import { addMonths, daysBetween, earlier, monthEnd, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import type { WeightedDays } from '@/lib/domain/measures';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import type { BooksAt, Moment } from '../expressions';
import { daySums } from '../schema/day-sums';
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
 * What the measures are made of, month by month, oldest first. Every movement of the ledger counts from the day on which it made
 * a difference, so that a month's balances are sums over what came before, however many months are asked for.
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
  const changes = await changesByMonth(tx, { months, first, last }, { ...moment, currency });
  let before: Change = changes.get(-1) ?? NOTHING;
  return months.map((month, i) => {
    const change = changes.get(i) ?? NOTHING;
    const [opening, after] = [before, add(before, change)];
    before = after;
    return {
      ...month,
      openingMinor: opening.owed,
      salesMinor: change.sales,
      closingMinor: after.owed,
      currentMinor: toMinor(after.debits - after.pastDue),
      pastDueMinor: after.pastDue,
      paid: change.paid,
      late: change.late,
    };
  });
}

/** What a month added to each sum. */
interface Change {
  readonly owed: Minor;
  readonly sales: Minor;
  readonly debits: Minor;
  readonly pastDue: Minor;
  readonly paid: WeightedDays;
  readonly late: WeightedDays;
}

interface Span {
  readonly months: readonly MonthSpan[];
  readonly first: MonthSpan;
  readonly last: MonthSpan;
}

const NO_DAYS: WeightedDays = { amountMinor: 0, amountDays: 0 };
const NOTHING: Change = {
  owed: ZERO,
  sales: ZERO,
  debits: ZERO,
  pastDue: ZERO,
  paid: NO_DAYS,
  late: NO_DAYS,
};

function add(a: Change, b: Change): Change {
  return {
    ...b,
    owed: toMinor(a.owed + b.owed),
    debits: toMinor(a.debits + b.debits),
    pastDue: toMinor(a.pastDue + b.pastDue),
  };
}

/**
 * What changed in each month, counted from 0; -1 is all that was before the first. Read from the sums by day that posting keeps; as
 * known at an earlier instant, from the ledger itself.
 */
async function changesByMonth(
  tx: Tx,
  span: Span,
  { currency, knownAt }: Pick<BooksAt, 'currency' | 'knownAt'>,
): Promise<Map<number, Change>> {
  const { months, first, last } = span;
  const starts = sql`${`{${[first, ...months.slice(1)].map((month) => month.from).join(',')}}`}::date[]`;
  const changes =
    knownAt === null
      ? sql`select day, owed_minor as owed, debits_minor as debits, past_due_minor as past_due, sales_minor as sales,
          paid_minor as paid, paid_since_issue as since_issue, paid_since_due as since_due
        from ${daySums} where currency = ${currency}`
      : changesKnownAt(knownAt, currency, { to: last.to, starts });
  const rows = await tx.execute<ChangeRow>(sql`
    select width_bucket(day, ${starts}) - 1 as month, sum(owed)::text as owed, sum(debits)::text as debits,
      sum(past_due)::text as past_due, sum(sales)::text as sales, sum(paid)::text as paid,
      sum(since_issue)::text as since_issue, sum(since_due)::text as since_due
    from (${changes}) as changes where day <= ${last.to} group by 1`);
  return new Map(rows.map(({ month, ...sums }) => [month, toChange(sums)]));
}

type ChangeRow = { month: number } & Record<
  'owed' | 'sales' | 'debits' | 'past_due' | 'paid' | 'since_issue' | 'since_due',
  string
>;

function toChange(sums: Omit<ChangeRow, 'month'>): Change {
  const amountMinor = Number(sums.paid);
  return {
    owed: toMinor(sums.owed),
    sales: toMinor(sums.sales),
    debits: toMinor(sums.debits),
    pastDue: toMinor(sums.past_due),
    paid: { amountMinor, amountDays: Number(sums.since_issue) },
    late: { amountMinor, amountDays: Number(sums.since_due) },
  };
}

/**
 * The same changes by day from the ledger itself, as it was known at an instant. An item is past due from the day after it is due,
 * and what settles it counts from then too. Items and applications are read once each and summed by day before anything else.
 */
function changesKnownAt(
  knownAt: Instant,
  currency: string,
  { to, starts }: { readonly to: PlainDate; readonly starts: SQL },
): SQL {
  const known = (table: string) => sql`${sql.identifier(table)}.recorded_at <= ${knownAt}::timestamptz`;
  // Credit memos and write-offs are no payments. What was undone within its month did not settle anything at its end.
  const settles = sql`d.kind = 'invoice' and c.kind = 'payment'`;
  return sql`
    with items as materialized (
      select effective_on, greatest(effective_on, due_on + 1) as late_on, sum(amount_minor) as owed,
        coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as debits,
        coalesce(sum(amount_minor) filter (where kind in ('invoice', 'credit_memo')), 0) as sales
      from ${openItems} i where currency = ${currency} and effective_on <= ${to} and ${known('i')} group by 1, 2),
    applied as materialized (
      select a.effective_on, greatest(a.effective_on, d.due_on + 1) as late_on, sum(a.amount_minor) as amount,
        coalesce(sum(a.amount_minor) filter (where settles), 0) as paid,
        coalesce(sum(a.amount_minor * (a.effective_on - d.effective_on)) filter (where settles), 0) as since_issue,
        coalesce(sum(a.amount_minor * (a.effective_on - d.due_on)) filter (where settles), 0) as since_due
      from ${allocations} a join ${openItems} d on d.id = a.debit_item_id join ${openItems} c on c.id = a.credit_item_id
      cross join lateral (select a.reverses_id is null and ${settles} as settles) s
      where a.currency = ${currency} and a.effective_on <= ${to} and ${known('a')} group by 1, 2),
    undone as (
      select a.effective_on, u.effective_on as undone_on, a.amount_minor as paid,
        a.amount_minor * (a.effective_on - d.effective_on) as since_issue,
        a.amount_minor * (a.effective_on - d.due_on) as since_due
      from ${allocations} u join ${allocations} a on a.id = u.reverses_id
      join ${openItems} d on d.id = a.debit_item_id join ${openItems} c on c.id = a.credit_item_id
      where u.reverses_id is not null and a.currency = ${currency} and u.effective_on <= ${to} and ${known('u')}
        and ${settles}),
    moves (day, owed, debits, past_due, sales, paid, since_issue, since_due) as (
      select effective_on, owed, debits, 0, sales, 0, 0, 0 from items
      union all select late_on, 0, 0, debits, 0, 0, 0, 0 from items
      union all select effective_on, 0, -amount, 0, 0, paid, since_issue, since_due from applied
      union all select late_on, 0, 0, -amount, 0, 0, 0, 0 from applied
      union all select effective_on, 0, 0, 0, 0, -paid, -since_issue, -since_due from undone
        where width_bucket(effective_on, ${starts}) = width_bucket(undone_on, ${starts})
      union all select r.document_date, 0, 0, 0, r.amount_minor, 0, 0, 0
        from ${documents} r join ${documents} o on o.id = r.reverses_id
        where r.reverses_id is not null and r.currency = ${currency} and ${known('r')} and o.kind in ('invoice', 'credit_memo'))
    select * from moves`;
}
