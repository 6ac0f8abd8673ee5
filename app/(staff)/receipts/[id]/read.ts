import 'server-only';
import type { StartedShare } from '@/components/receipts/line-share';
import { bankDesk, type Desk } from '@/db/queries/bank-lines';
import { type StatementHead, statementHead } from '@/db/queries/bank-statements';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { DeskFilters, DeskTask } from '@/lib/bank/desk-filters';
import { startShares } from './start-shares';

/** What the desk of a statement shows. */
export interface DeskPage {
  readonly head: StatementHead;
  readonly desk: Desk;
  /** With what the line that is edited starts; null when none is. */
  readonly shares: readonly StartedShare[] | null;
}

/** Reads a statement's desk in one snapshot; null when there is no such statement. */
export function readDesk(
  actor: StaffActor,
  statementId: string,
  { filters, task }: { readonly filters: DeskFilters; readonly task: DeskTask | null },
): Promise<DeskPage | null> {
  return withScope(actor, 'read', async (tx) => {
    const head = await statementHead(tx, statementId);
    if (!head) return null;
    const desk = await bankDesk(tx, statementId, filters);
    const line = desk.rows.find(({ id }) => id === task?.lineId);
    const isEdited =
      line && task && task.as !== 'ignore' && line.decisions.length === 0 && line.amountMinor > 0;
    return { head, desk, shares: isEdited ? await startShares(tx, line, task.as) : null };
  });
}
