import { and, asc, eq, isNull, not, type SQL, sql } from 'drizzle-orm';
import { indexBooks } from '@/lib/domain/matching/books';
import type { MatchLine } from '@/lib/domain/matching/line';
import { matchLines } from '@/lib/domain/matching/match-lines';
import { type Minor, toMinor } from '@/lib/domain/money';
import { isOneOf } from '../one-of';
import { isDecided } from '../queries/bank-decided';
import { matchingBooks } from '../queries/matching-books';
import { bankLines } from '../schema/bank-statements';
import type { Tx } from '../scope';

/** Which open lines are matched: those of a statement that the condition names, all without one. */
interface MatchBankLines {
  readonly statementId: string;
  readonly which?: SQL | undefined;
}

/**
 * Matches the open lines of a statement against the books as they are, and keeps what each is proposed to be. What other open lines
 * are sure to take is left to them. Answers how many were matched. The caller holds the desk.
 */
export async function matchBankLines(tx: Tx, { statementId, which }: MatchBankLines): Promise<number> {
  const isMatched = and(
    eq(bankLines.statementId, statementId),
    isNull(bankLines.repeatsId),
    not(isDecided),
    which,
  );
  const lines: MatchLine[] = await tx
    .select({
      id: bankLines.id,
      bookedOn: bankLines.bookedOn,
      currency: bankLines.currency,
      amountMinor: bankLines.amountMinor,
      payerName: bankLines.payerName,
      payerAccount: bankLines.payerAccount,
      text: bankLines.text,
    })
    .from(bankLines)
    .where(isMatched)
    .orderBy(asc(bankLines.ordinal));
  if (lines.length === 0) return 0;
  const books = indexBooks(await matchingBooks(tx, statementId, lines));
  const proposals = matchLines(
    lines,
    books,
    await reservedBesides(
      tx,
      lines.map(({ id }) => id),
    ),
  );
  const rows = JSON.stringify([...proposals].map(([id, proposal]) => ({ id, proposal })));
  await tx.execute(sql`update ${bankLines} set proposal = made.proposal
    from jsonb_to_recordset(${rows}::jsonb) as made (id uuid, proposal jsonb) where bank_lines.id = made.id`);
  return lines.length;
}

/** What the exact proposals of all other open lines hold of each item: a mere likelihood holds nothing. */
async function reservedBesides(tx: Tx, lineIds: readonly string[]): Promise<Map<string, Minor>> {
  const rows = await tx.execute<{ itemId: string; amount: string }>(
    sql`select part ->> 'itemId' as "itemId", sum((part ->> 'amountMinor')::bigint)::text as amount
      from ${bankLines} cross join lateral jsonb_array_elements(proposal #> '{candidates,0,parts}') as part
      where repeats_id is null and proposal ->> 'confidence' = 'exact' and not ${isDecided} and not ${isOneOf(bankLines.id, lineIds)}
      group by 1`,
  );
  return new Map(rows.map(({ itemId, amount }) => [itemId, toMinor(amount)]));
}
