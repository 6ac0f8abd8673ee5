import { asc, eq, sql } from 'drizzle-orm';
import { bankLines } from '../schema/bank-statements';
import type { Tx } from '../scope';

/** The lines of a statement as they stand in its file; a file has 20,000 at most. */
export function statementLines(tx: Tx, statementId: string) {
  return tx
    .select({
      position: bankLines.position,
      bookedOn: bankLines.bookedOn,
      currency: bankLines.currency,
      amountMinor: bankLines.amountMinor,
      payerName: bankLines.payerName,
      text: bankLines.text,
      /** Whether another statement had it before. */
      isRepeat: sql<boolean>`${bankLines.repeatsId} is not null`,
    })
    .from(bankLines)
    .where(eq(bankLines.statementId, statementId))
    .orderBy(asc(bankLines.ordinal));
}
