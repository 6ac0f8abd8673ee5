import { sql } from 'drizzle-orm';
import type { Tx } from '../scope';

/**
 * Holds the organization's ledger until the transaction ends: whoever records comes one after the other, in the order in
 * which they commit, so what was known at an instant never grows afterwards. Take it after the customers' locks and before
 * the number series, or two commands may wait for each other.
 */
export async function lockLedger(tx: Tx): Promise<void> {
  await tx.execute(sql`select app.recorded_at()`);
}
