import type { Actor } from '@/lib/actor';
import { uuid7 } from '@/lib/uuid';
import { documentOf } from '../queries/document-of';
import { notes } from '../schema/notes';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** What is to be remembered of a customer, or of one of its documents. */
export interface WriteNote {
  readonly customerId: string;
  readonly documentId?: string;
  readonly text: string;
}

/** Writes something down. It stays as it was written. @throws Refusal `not_found`. */
export async function writeNote(tx: Tx, actor: Actor, input: WriteNote): Promise<{ noteId: string }> {
  const { customerId, documentId, text } = input;
  await lockCustomer(tx, customerId);
  const document = documentId ? await documentOf(tx, { customerId, documentId }) : null;
  const id = uuid7();
  await tx.insert(notes).values({ id, ...input, createdBy: actor.userId });
  await recordActivity(tx, actor, {
    verb: 'note_written',
    objectKind: 'note',
    objectId: id,
    customerId,
    after: { number: document?.number, text },
  });
  return { noteId: id };
}
