import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { type Instant, toInstant } from '@/lib/domain/instants';
import type { Tx } from '../scope';

/** An instant as text that `toInstant` reads, to the microsecond. */
export function instantText(instant: SQL | AnyPgColumn): SQL<Instant> {
  return sql<Instant>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.mapWith(
    toInstant,
  );
}

/**
 * The last instant that is recorded in what this statement sees: the known-at of a report that is made now. What was recorded
 * by it never grows afterwards, because instants follow the order of commits; the time of day would not do, as a transaction
 * that began before it may commit after it.
 */
export async function lastRecorded(tx: Tx): Promise<Instant> {
  const [row] = await tx.execute<{ at: string }>(sql`
    select ${instantText(sql`coalesce(
      (select recorded_at from activity_heads where org_id = app.org_id()),
      (select max(recorded_at) from open_items where org_id = app.org_id()),
      'epoch')`)} as at`);
  if (!row) throw new Error('the clock returned no row');
  return toInstant(row.at);
}

/** The same of what a customer may see: the last instant that is recorded in its own account. For the customer itself. */
export async function lastRecordedOfAccount(tx: Tx): Promise<Instant> {
  const [row] = await tx.execute<{ at: string }>(sql`
    select ${instantText(sql`greatest(
      (select max(recorded_at) from documents where org_id = app.org_id()),
      (select max(recorded_at) from allocations where org_id = app.org_id()),
      (select max(recorded_at) from customer_versions where org_id = app.org_id()),
      'epoch'::timestamptz)`)} as at`);
  if (!row) throw new Error('the clock returned no row');
  return toInstant(row.at);
}
