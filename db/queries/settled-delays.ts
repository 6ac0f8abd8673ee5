import { sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Observation } from '@/lib/domain/forecast/past-forecasts';
import { type BooksAt, idList } from '../expressions';
import type { Tx } from '../scope';

/** Numbers of one observation: due, paid and counting from as days since 1970, invoice, settled part of it, whether lost. */
const WIDTH = 6;

/** Days on which observations begin to count: after one, up to and with another; null where there is no end. Of whom, else all. */
interface Counting {
  readonly after: PlainDate | null;
  readonly upTo: PlainDate | null;
  readonly customerIds?: readonly string[];
}

/**
 * How customers paid: every part of an invoice that a payment settled or that was written off, as known at the moment, in the
 * order in which they count. What was taken back, such as a payment that bounced, is an observation below 0 that counts from
 * that day on. One statement, a row per customer.
 */
export async function settledDelays(
  tx: Tx,
  { currency, knownAt }: Pick<BooksAt, 'currency' | 'knownAt'>,
  { after, upTo, customerIds }: Counting,
): Promise<Observation[]> {
  const since1970 = (column: string) => sql`(${sql.identifier(column)} - date '1970-01-01')`;
  const rows = await tx.execute<{ customer_id: string; seen: string }>(sql`
    select customer_id, '[' || string_agg(concat_ws(',', ${since1970('due_on')}, ${since1970('paid_on')},
      ${since1970('effective_on')}, amount_minor, settled_minor, is_loss::int), ',') || ']' as seen
    from settled_delays where currency = ${currency}
      and ${after === null ? sql`true` : sql`effective_on > ${after}`}
      and ${upTo === null ? sql`true` : sql`effective_on <= ${upTo}`}
      and ${customerIds ? sql`customer_id = any(${idList(customerIds)})` : sql`true`}
      and ${knownAt === null ? sql`true` : sql`recorded_at <= ${knownAt}::timestamptz`}
    group by customer_id`);
  return rows
    .flatMap(({ customer_id, seen }) => readObservations(customer_id, JSON.parse(seen)))
    .toSorted((a, b) => a.countsFrom - b.countsFrom);
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
