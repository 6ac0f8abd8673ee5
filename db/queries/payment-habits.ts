import { sql } from 'drizzle-orm';
import { addDays } from '@/lib/domain/dates';
import type { Observation } from '@/lib/domain/forecast/past-forecasts';
import type { BooksAt } from '../expressions';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What was paid longer ago than two years has faded. */
const HISTORY_DAYS = 730;
/** Numbers of one observation: due, paid and counting from as days since 1970, invoice, settled part of it, whether lost. */
const WIDTH = 6;

/**
 * How customers paid: every part of an invoice that a payment settled or that was written off in the last two years, as known at the moment, customer by
 * customer. What was taken back, such as a payment that bounced, is an observation below 0 that counts from that day on. One
 * statement, a row per customer.
 */
export async function paymentHabits(tx: Tx, at: BooksAt): Promise<Observation[]> {
  const known = at.knownAt === null ? sql`true` : sql`a.recorded_at <= ${at.knownAt}::timestamptz`;
  const first = addDays(at.asOf, -HISTORY_DAYS);
  const since1970 = (day: ReturnType<typeof sql>) => sql`(${day} - date '1970-01-01')`;
  const paidOn = sql`case when a.reverses_id is null then a.effective_on else (
    select o.effective_on from ${allocations} o where o.id = a.reverses_id) end`;
  const rows = await tx.execute<{ customer_id: string; seen: string }>(sql`
    select a.customer_id, '[' || string_agg(concat_ws(',', ${since1970(sql`d.due_on`)}, ${since1970(paidOn)},
      ${since1970(sql`a.effective_on`)}, d.amount_minor, a.amount_minor, (c.kind = 'write_off')::int), ',') || ']' as seen
    from ${allocations} a
    join ${openItems} d on d.id = a.debit_item_id and d.kind = 'invoice'
    join ${openItems} c on c.id = a.credit_item_id and c.kind in ('payment', 'write_off')
    where a.currency = ${at.currency} and a.effective_on > ${first} and a.effective_on <= ${at.asOf}
      and ${known} and (a.reverses_id is null or ${paidOn} > ${first})
    group by a.customer_id`);
  return rows.flatMap(({ customer_id, seen }) => readObservations(customer_id, JSON.parse(seen)));
}

function readObservations(customerId: string, numbers: readonly number[]): Observation[] {
  return Array.from({ length: numbers.length / WIDTH }, (_, i) => {
    const [dueOn = 0, paidOn = 0, countsFrom = 0, amountMinor = 0, settled = 0, lost = 0] = numbers.slice(
      i * WIDTH,
      (i + 1) * WIDTH,
    );
    const share = settled / amountMinor;
    return { customerId, dueOn, paidOn, countsFrom, amountMinor, share, isLoss: lost === 1 };
  });
}
