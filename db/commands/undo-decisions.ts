import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { isOneOf } from '../one-of';
import { bankDecisions, payerAliases } from '../schema/bank-decisions';
import { bankLines } from '../schema/bank-statements';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { lockDesk } from './lock-desk';
import { matchAffected } from './match-affected';
import { recordActivity } from './record-activity';
import { reverseDocuments } from './reverse-documents';

const reversal = alias(documents, 'reversal');

/** Which decisions are undone: all of a batch, or those about a line. */
export type UndoDecisions = { readonly batchId: string } | { readonly lineId: string };

/**
 * Takes back what was decided about lines: their payments are reversed, what they taught is forgotten, the lines are open again. A
 * payment that was reversed elsewhere since stays as it is. Answers how many lines are open again.
 * @throws Refusal `not_found`, `already_undone`, `cannot_reverse` for a returned payment, and what reversing refuses.
 */
export async function undoDecisions(
  tx: Tx,
  actor: Actor,
  which: UndoDecisions,
): Promise<{ lineCount: number }> {
  await lockDesk(tx);
  const found = await decisionsWhere(
    tx,
    'batchId' in which ? eq(bankDecisions.batchId, which.batchId) : eq(bankDecisions.lineId, which.lineId),
  );
  if (found.length === 0) throw new Refusal('not_found', 'Nothing was decided about that.');
  const standing = found.filter((each) => each.undoneAt === null);
  const [first] = standing;
  if (!first) throw new Refusal('already_undone', 'This was undone already.');
  if (standing.some((each) => each.kind === 'returned'))
    throw new Refusal(
      'cannot_reverse',
      'A returned payment cannot be taken back here. If it arrived after all, record it again.',
    );
  await reverseStanding(tx, actor, standing);
  await tx
    .update(bankDecisions)
    .set({ undoneAt: sql`now()` })
    .where(
      isOneOf(
        bankDecisions.id,
        standing.map(({ id }) => id),
      ),
    );
  const lineIds = [...new Set(standing.map(({ lineId }) => lineId))];
  await tx.delete(payerAliases).where(isOneOf(payerAliases.lineId, lineIds));
  const lines = await tx.select().from(bankLines).where(isOneOf(bankLines.id, lineIds));
  await matchAffected(tx, { lines, itemIds: [] });
  await recordActivity(tx, actor, {
    verb: 'bank_lines_undone',
    objectKind: 'bank_statement',
    objectId: lines[0]?.statementId ?? first.lineId,
    after: { lines: lineIds.length },
  });
  return { lineCount: lineIds.length };
}

function decisionsWhere(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: bankDecisions.id,
      lineId: bankDecisions.lineId,
      kind: bankDecisions.kind,
      documentId: bankDecisions.documentId,
      undoneAt: bankDecisions.undoneAt,
    })
    .from(bankDecisions)
    .where(where);
}

async function reverseStanding(
  tx: Tx,
  actor: Actor,
  decisions: readonly Awaited<ReturnType<typeof decisionsWhere>>[number][],
): Promise<void> {
  const ids = decisions.flatMap(({ kind, documentId }) =>
    kind === 'payment' && documentId ? [documentId] : [],
  );
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .where(and(inArray(documents.id, ids), isNull(reversal.id)));
  if (rows.length === 0) return;
  await reverseDocuments(tx, actor, {
    documentIds: rows.map(({ id }) => id),
    reason: 'Undone at the receipt desk',
    source: 'staff',
  });
}
