import { type SQL, sql } from 'drizzle-orm';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { Moment } from '../expressions';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** The moment at which a promise is looked at, and how many days after its day still count. */
export interface PromiseDays extends Moment {
  readonly graceDays: number;
}

/** How many days after its day a promise is still waited for, as the organization in scope said; none unless it did. */
export async function promiseGraceDays(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ days: number }>(sql`select app.promise_grace_days() as days`);
  if (!row) throw new Error('a function without a row');
  return row.days;
}

/**
 * What had arrived for a row of `promises`, the table by its own name, by `asOf`: payments received from the day it was given
 * to its last day and applied to the invoice, or for a promise for the account received at all. What bounced or was taken back by then does not count.
 */
export function receivedMinor({ asOf, knownAt, graceDays }: PromiseDays): SQL<Minor> {
  const known = (table: 'a' | 'c' | 'r') =>
    knownAt === null ? sql`` : sql`and ${sql.identifier(table)}.recorded_at <= ${knownAt}::timestamptz`;
  const inTime = sql`c.effective_on between promises.promised_on and promises.promised_for + ${graceDays}::int`;
  return sql<Minor>`case when promises.document_id is null then coalesce((
      select -sum(c.amount_minor) from ${openItems} c
      where c.customer_id = promises.customer_id and c.currency = promises.currency and c.kind = 'payment'
        and ${inTime} and c.effective_on <= ${asOf} ${known('c')}
        and not exists (select from ${documents} r
          where r.reverses_id = c.document_id and r.document_date <= ${asOf} ${known('r')})), 0)
    else coalesce((
      select sum(a.amount_minor) from ${openItems} d
      join ${allocations} a on a.debit_item_id = d.id join ${openItems} c on c.id = a.credit_item_id
      where d.document_id = promises.document_id and c.kind = 'payment'
        and ${inTime} and a.effective_on <= ${asOf} ${known('a')}), 0) end::bigint`.mapWith(toMinor);
}
