import { and, desc, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { notes } from '../schema/notes';
import type { Tx } from '../scope';

/** What somebody wrote down. */
export type NoteRow = Pick<
  typeof notes.$inferSelect,
  'id' | 'customerId' | 'documentId' | 'text' | 'createdBy' | 'recordedAt'
>;

/** Which notes are meant; `by`: those that were written by the end of that day. */
interface NoteFilter {
  readonly noteId?: string;
  readonly customerId?: string | undefined;
  readonly by?: { readonly day: PlainDate; readonly timeZone: string } | undefined;
}

/** Notes of a customer, or of one of its documents, the latest first, one page. */
export function noteList(
  tx: Tx,
  { noteId, customerId, by }: NoteFilter,
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
        by
          ? sql`${notes.recordedAt} < (${by.day}::timestamp + interval '1 day') at time zone ${by.timeZone}`
          : undefined,
      ),
    )
    .orderBy(desc(notes.recordedAt), desc(notes.id))
    .limit(limit)
    .offset(offset);
}
