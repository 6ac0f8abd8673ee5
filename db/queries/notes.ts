import { and, desc, eq } from 'drizzle-orm';
import { notes } from '../schema/notes';
import type { Tx } from '../scope';

/** What somebody wrote down. */
export type NoteRow = Pick<
  typeof notes.$inferSelect,
  'id' | 'customerId' | 'documentId' | 'text' | 'createdBy' | 'recordedAt'
>;

/** Notes of a customer, or of one of its documents, the latest first, one page. */
export function noteList(
  tx: Tx,
  { noteId, customerId }: { readonly noteId?: string; readonly customerId?: string | undefined },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<NoteRow[]> {
  return tx
    .select({
      id: notes.id,
      customerId: notes.customerId,
      documentId: notes.documentId,
      text: notes.text,
      createdBy: notes.createdBy,
      recordedAt: notes.recordedAt,
    })
    .from(notes)
    .where(
      and(
        noteId ? eq(notes.id, noteId) : undefined,
        customerId ? eq(notes.customerId, customerId) : undefined,
      ),
    )
    .orderBy(desc(notes.recordedAt), desc(notes.id))
    .limit(limit)
    .offset(offset);
}
