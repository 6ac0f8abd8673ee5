import { sql } from 'drizzle-orm';
import { type BookRules, bookRules } from '../queries/book-rules';
import type { Tx } from '../scope';

/**
 * Holds the organization's ledger until the transaction ends: whoever records comes one after the other, in the order in
 * which they commit, so what was known at an instant never grows afterwards. Take it after the customers' locks and before
 * the number series, or two commands may wait for each other.
 */
export async function lockLedger(tx: Tx): Promise<void> {
  await tx.execute(sql`select app.recorded_at()`).execute();
}

const held = new WeakMap<Tx, Promise<BookRules>>();

/**
 * Holds the ledger and answers the rules of the books, which are read once per transaction: while the ledger is held, no
 * period closes.
 */
export function lockedRules(tx: Tx): Promise<BookRules> {
  let rules = held.get(tx);
  if (!rules) {
    rules = Promise.all([lockLedger(tx), bookRules(tx)]).then(([, found]) => found);
    held.set(tx, rules);
  }
  return rules;
}
