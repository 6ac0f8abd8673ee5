import { sql } from 'drizzle-orm';
import type { Tx } from '../scope';

/** When this transaction began, by the server's clock, to the millisecond: the known-at instant of a report made in it. */
export async function transactionInstant(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ at: string }>(
    sql`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  if (!row) throw new Error('the clock returned no row');
  return new Date(row.at);
}
