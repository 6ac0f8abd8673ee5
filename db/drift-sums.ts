import { type SQL, sql } from 'drizzle-orm';
import { delaySums } from './schema/delay-sums';

/**
 * How customers drift, by the third to sixth weights of their sums in a currency, which are always there as their codes are the
 * smallest: a table with the columns of `Drift` in lib/domain/forecast/drift.ts, by `customer_id`. For staff.
 */
export function driftSums(currency: string, whose: SQL): SQL {
  const weight = (position: number) => sql`${delaySums.weights}[${sql.raw(String(position))}]`;
  // OFFSET 0 takes the four numbers out first: whole arrays are slow to sort and to add up.
  return sql`(select customer_id, sum(lately) as lately, sum(lately_delay) as lately_delay, sum(usually) as usually,
      sum(usually_delay) as usually_delay
    from (select ${delaySums.customerId}, ${weight(3)} as lately, ${weight(4)} as lately_delay, ${weight(5)} as usually,
        ${weight(6)} as usually_delay
      from ${delaySums} where ${delaySums.currency} = ${currency} and ${whose} offset 0) as weighed
    group by customer_id)`;
}
