import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { bankLines, bankStatements } from '../schema/bank-statements';
import type { Tx } from '../scope';
import { lockDesk } from './lock-desk';
import { recordActivity } from './record-activity';

/**
 * Removes a statement that was brought by mistake, with its lines. Once something was decided about a line it stays for ever.
 * @throws Refusal `not_found`, `already_posted`.
 */
export async function removeStatement(
  tx: Tx,
  actor: Actor,
  statementId: string,
): Promise<{ fileName: string }> {
  await lockDesk(tx);
  const [statement] = await tx
    .select({
      fileName: bankStatements.fileName,
      isTouched: sql<boolean>`exists (select from bank_decisions b join bank_lines l on l.id = b.line_id
        where l.statement_id = bank_statements.id)`,
    })
    .from(bankStatements)
    .where(eq(bankStatements.id, statementId));
  if (!statement) throw new Refusal('not_found', 'That statement does not exist.');
  const { fileName, isTouched } = statement;
  if (isTouched)
    throw new Refusal(
      'already_posted',
      'Lines of this statement were dealt with already, so it stays. Undo them one by one where they were wrong.',
    );
  const ofStatement = eq(bankLines.statementId, statementId);
  // What this statement was the first to say is new wherever it is said again.
  await tx
    .update(bankLines)
    .set({ repeatsId: null })
    .where(
      sql`${bankLines.repeatsId} in (select l.id from bank_lines l where l.statement_id = ${statementId})`,
    );
  await tx.delete(bankLines).where(ofStatement);
  await tx.delete(bankStatements).where(eq(bankStatements.id, statementId));
  await recordActivity(tx, actor, {
    verb: 'statement_removed',
    objectKind: 'bank_statement',
    objectId: statementId,
    before: { fileName },
  });
  return { fileName };
}
