import { sql } from 'drizzle-orm';
import { addDays } from '@/lib/domain/dates';
import type { BookDebit } from '@/lib/domain/forecast/claimed';
import type { Movement, PastDebit } from '@/lib/domain/forecast/past-forecasts';
import { toMinor } from '@/lib/domain/money';
import { type BooksAt, openItemsAt } from '../expressions';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** A debit of the book, now or on one of the days before. */
export type PastBookDebit = PastDebit & BookDebit;

/**
 * Every debit that was open at the moment or on one of the `days` before, what was open of it at the moment, and what moved it
 * in those days; by customer, the oldest due first.
 */
export async function pastDebits(tx: Tx, at: BooksAt, days: number): Promise<PastBookDebit[]> {
  const known = at.knownAt === null ? sql`true` : sql`a.recorded_at <= ${at.knownAt}::timestamptz`;
  const open = openItemsAt(at, { basis: 'due', bounds: [0] });
  const rows = await tx.execute<Row>(sql`
    with moved as (
      select a.debit_item_id as id, '[' || string_agg(concat_ws(',', a.effective_on - date '1970-01-01', a.amount_minor,
        (c.kind = 'payment')::int), ',') || ']' as movements
      from ${allocations} a join ${openItems} c on c.id = a.credit_item_id
      where a.currency = ${at.currency} and a.effective_on > ${addDays(at.asOf, -days)} and a.effective_on <= ${at.asOf}
        and ${known}
      group by a.debit_item_id),
    standing as (
      select item_id as id, open_at from ${open} where item_currency = ${at.currency} and item_amount_minor > 0)
    select i.id, i.document_id, i.customer_id, i.due_on - date '1970-01-01' as due_on,
      i.effective_on - date '1970-01-01' as raised_on, i.amount_minor::text as amount,
      coalesce(standing.open_at, 0)::text as open, moved.movements
    from standing full join moved on moved.id = standing.id
    join ${openItems} i on i.id = coalesce(standing.id, moved.id)
    order by i.customer_id, i.due_on, i.id`);
  return rows.map((row) => ({
    itemId: row.id,
    documentId: row.document_id,
    customerId: row.customer_id,
    dueOn: row.due_on,
    raisedOn: row.raised_on,
    amountMinor: toMinor(row.amount),
    openMinor: toMinor(row.open),
    movements: row.movements === null ? [] : readMovements(JSON.parse(row.movements)),
  }));
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly document_id: string;
  readonly customer_id: string;
  readonly due_on: number;
  readonly raised_on: number;
  readonly amount: string;
  readonly open: string;
  readonly movements: string | null;
}

function readMovements(numbers: readonly number[]): Movement[] {
  return Array.from({ length: numbers.length / 3 }, (_, i) => ({
    on: numbers[3 * i] ?? 0,
    amountMinor: toMinor(numbers[3 * i + 1] ?? 0),
    isPayment: numbers[3 * i + 2] === 1,
  }));
}
