import { sql } from 'drizzle-orm';
import type { Tx } from '../scope';

/**
 * Holds the organization's receipt desk until the transaction ends: two clerks at one statement are served one after the other, the
 * second on what the first decided. Take it before any customer's lock.
 */
export async function lockDesk(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('receipt desk ' || app.org_id(), 0))`);
}
