import type { StatementPaper } from '@/db/queries/statement-paper';
import type { Minor } from '@/lib/domain/money';

/** What whoever pays by a statement is asked to name. */
export const QUOTE = 'the invoice numbers that you pay';

/** What a customer owes at the end of a statement; below 0 in its favor. */
export function owedBy(content: StatementPaper): Minor {
  return content.kind === 'activity' ? content.found.closingMinor : content.found.balanceMinor;
}

/** Where to pay to, in the words of the business; null when nothing is to be paid or it has not said. */
export function wayToPay(content: StatementPaper): string | null {
  return owedBy(content) > 0 ? content.payTo : null;
}
