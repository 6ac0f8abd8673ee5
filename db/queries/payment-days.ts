import { sql } from 'drizzle-orm';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { averageDays } from '@/lib/domain/measures';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { BIN_STARTS, DAY_BINS, type DayBin } from '@/lib/domain/payment-days';
import { byHash } from '../bulk';
import { type BooksAt, openItemsAt } from '../expressions';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** When invoices got paid, over a span that ends on the day that is reported on. Days count from due; early is below 0. */
export interface PaymentDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Invoices (or instalments) that a payment settled in the span: the last of them was paid by money. */
  readonly settledCount: number;
  readonly settledMinor: Minor;
  /** How many were settled how many days from due, earliest first. */
  readonly bins: readonly PaymentDayBin[];
  readonly onTimeCount: number;
  /** On the due day or before, in percent; null when none was settled. */
  readonly onTimePercent: number | null;
  /** Half were settled by this day, and 9 in 10 by that; null when none was. */
  readonly medianDay: number | null;
  readonly ninetiethDay: number | null;
  /** Days from issue to payment of all that was paid in the span, weighted by amount; null when nothing was. */
  readonly paymentVelocity: number | null;
  /** Days from due to payment, weighted likewise. */
  readonly averageDaysLate: number | null;
  readonly paidMinor: Minor;
}

/** A column of the histogram. */
export interface PaymentDayBin extends DayBin {
  readonly count: number;
  readonly amountMinor: Minor;
}

/** When invoices got paid in the `days` up to the moment. */
export async function paymentDays(tx: Tx, at: BooksAt, days = 90): Promise<PaymentDays> {
  const span = { from: addDays(at.asOf, 1 - days), to: at.asOf };
  const known = (table: 'a' | 'u') =>
    at.knownAt === null ? sql`true` : sql`${sql.identifier(table)}.recorded_at <= ${at.knownAt}::timestamptz`;
  const open = openItemsAt(at, { basis: 'due', bounds: [0] });
  const asked = tx.execute<Row>(sql`
    with parts as materialized (
      select a.debit_item_id as item, a.amount_minor, a.effective_on, c.id is not null as is_payment,
        d.effective_on as issued_on, d.due_on, d.amount_minor as billed_minor
      from ${allocations} a
      join ${openItems} d on d.id = a.debit_item_id and d.kind = 'invoice'
      left join ${openItems} c on c.id = a.credit_item_id and c.kind = 'payment'
      where a.currency = ${at.currency} and a.reverses_id is null and ${known('a')}
        and a.effective_on between ${span.from} and ${span.to}
        and a.id not in (select u.reverses_id from ${allocations} u where u.reverses_id is not null
          and u.effective_on <= ${at.asOf} and ${known('u')})),
    settled as materialized (
      select item, min(billed_minor) as billed_minor, max(effective_on) - min(due_on) as days from parts
      where item not in (select item_id from ${open} where ${open.currency} = ${at.currency} and ${open.openMinor} > 0)
      group by item having max(effective_on) = max(effective_on) filter (where is_payment)),
    paid as (
      select coalesce(sum(amount_minor), 0) as amount, coalesce(sum(amount_minor * (effective_on - issued_on)), 0) as since_issue,
        coalesce(sum(amount_minor * (effective_on - due_on)), 0) as since_due from parts where is_payment),
    bins as (
      select width_bucket(days, ${`{${BIN_STARTS.join(',')}}`}::int[]) as bin, count(*)::int as count,
        sum(billed_minor)::text as amount, count(*) filter (where days <= 0)::int as on_time
      from settled group by 1)
    select paid.amount::text as paid, paid.since_issue::text, paid.since_due::text,
      (select json_agg(bins) from bins) as bins,
      (select to_json(percentile_disc(array[0.5, 0.9]) within group (order by days)) from settled) as quantiles
    from paid`);
  const [row] = await byHash(tx, asked);
  if (!row) throw new Error('a sum returned no row');
  return { ...span, ...shown(row) };
}

interface Row extends Record<string, unknown> {
  readonly paid: string;
  readonly since_issue: string;
  readonly since_due: string;
  readonly bins: readonly { bin: number; count: number; amount: string; on_time: number }[] | null;
  readonly quantiles: readonly number[] | null;
}

function shown({ paid, since_issue, since_due, bins, quantiles }: Row): Omit<PaymentDays, 'from' | 'to'> {
  const found = bins ?? [];
  const settledCount = found.reduce((sum, bin) => sum + bin.count, 0);
  const onTimeCount = found.reduce((sum, bin) => sum + bin.on_time, 0);
  const amountMinor = Number(paid);
  return {
    settledCount,
    settledMinor: toMinor(found.reduce((sum, bin) => sum + BigInt(bin.amount), 0n)),
    bins: DAY_BINS.map((bin, i) => {
      const here = found.find((each) => each.bin === i);
      return { ...bin, count: here?.count ?? 0, amountMinor: here ? toMinor(here.amount) : ZERO };
    }),
    onTimeCount,
    onTimePercent: settledCount === 0 ? null : (100 * onTimeCount) / settledCount,
    medianDay: quantiles?.[0] ?? null,
    ninetiethDay: quantiles?.[1] ?? null,
    paymentVelocity: averageDays({ amountMinor, amountDays: Number(since_issue) }),
    averageDaysLate: averageDays({ amountMinor, amountDays: Number(since_due) }),
    paidMinor: toMinor(paid),
  };
}
