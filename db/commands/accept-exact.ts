import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { isDecided } from '../queries/bank-decided';
import { bankLines } from '../schema/bank-statements';
import type { Tx } from '../scope';
import { type AcceptedLines, acceptLines } from './accept-lines';
import { lockDesk } from './lock-desk';

/** So many lines are booked in one go; the rest with the next. */
const MOST_AT_ONCE = 1_000;

/** Books every exact line of a statement, at most `MOST_AT_ONCE`. @throws Refusal what posting refuses. */
export async function acceptExact(
  tx: Tx,
  actor: Actor,
  { statementId, batchId }: { readonly statementId: string; readonly batchId: string },
): Promise<AcceptedLines> {
  await lockDesk(tx);
  const lines = await tx
    .select({ id: bankLines.id })
    .from(bankLines)
    .where(
      and(
        eq(bankLines.statementId, statementId),
        isNull(bankLines.repeatsId),
        sql`${bankLines.proposal} ->> 'confidence' = 'exact'`,
        sql`not ${isDecided}`,
      ),
    )
    .orderBy(asc(bankLines.ordinal))
    .limit(MOST_AT_ONCE);
  return acceptLines(tx, actor, { lineIds: lines.map(({ id }) => id), batchId });
}
