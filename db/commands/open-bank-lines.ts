import { and, eq, sql } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { isOneOf } from '../one-of';
import { isDecided } from '../queries/bank-decided';
import { bankLines } from '../schema/bank-statements';
import type { Tx } from '../scope';
import type { PaymentSide } from './post-documents';

/** A line that nothing is decided about yet. */
export type OpenBankLine = typeof bankLines.$inferSelect;

/** Those of these lines that are open, in the order of their statement. The caller holds the desk. */
export async function openBankLines(tx: Tx, lineIds: readonly string[]): Promise<OpenBankLine[]> {
  return tx
    .select()
    .from(bankLines)
    .where(and(isOneOf(bankLines.id, lineIds), sql`not ${isDecided}`))
    .orderBy(bankLines.statementId, bankLines.ordinal);
}

/** The one line. @throws Refusal `not_found`, `already_posted` when something was decided about it meanwhile. */
export async function openBankLine(tx: Tx, lineId: string): Promise<OpenBankLine> {
  const [line] = await openBankLines(tx, [lineId]);
  if (line) return line;
  const [seen] = await tx.select({ id: bankLines.id }).from(bankLines).where(eq(bankLines.id, lineId));
  if (!seen) throw new Refusal('not_found', 'That line does not exist.');
  throw new Refusal('already_posted', 'Somebody has dealt with this line meanwhile. Nothing was changed.');
}

/** Characters of a payment's reference. */
const LONGEST_REFERENCE = 140;

/** The bank side of a payment that a line is booked as. */
export function paymentSideOf({ text, payerName }: Pick<OpenBankLine, 'text' | 'payerName'>): PaymentSide {
  const reference = text.slice(0, LONGEST_REFERENCE).trim();
  return {
    method: 'Bank transfer',
    ...(reference === '' ? {} : { reference }),
    ...(payerName === '' ? {} : { payer: payerName }),
  };
}
