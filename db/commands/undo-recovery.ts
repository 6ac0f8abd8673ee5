import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { documentFacts } from '../queries/document-facts';
import type { Tx } from '../scope';
import { type PostedWriteOff, writeOff } from './write-off';

/** A write-off that was recovered, and how much of it. */
export interface UndoRecovery {
  readonly documentId: string;
  readonly amountMinor: Minor;
  readonly on: PlainDate;
}

/**
 * Writes off again what was recovered of a write-off, for the same reason: the undo of a recovery. It is a new document.
 * @throws Refusal `not_found`, `already_undone` when it stands; as `writeOff` when less is open by now.
 */
export async function undoRecovery(
  tx: Tx,
  actor: Actor,
  { documentId, amountMinor, on }: UndoRecovery,
): Promise<PostedWriteOff> {
  const found = await documentFacts(tx, documentId);
  if (!found?.relatesToId || !found.kind.endsWith('write_off'))
    throw new Refusal('not_found', 'That write-off does not exist.');
  if (!found.isReversed) throw new Refusal('already_undone', `${found.number} still stands.`);
  const { relatesToId: id, reason } = found;
  return writeOff(tx, actor, { id, amountMinor, on, reason: reason ?? 'Written off', source: 'staff' });
}
