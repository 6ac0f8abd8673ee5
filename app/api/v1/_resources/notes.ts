import { z } from 'zod';
import { writeNote } from '@/db/commands/write-note';
import { type NoteRow, noteList } from '@/db/queries/notes';
import { Refusal } from '@/lib/refusal';
import { AsOf } from '../_api/fields';
import { reading, writing } from '../_api/operation';
import { listOf, MattersQuery, pageFrom, pageReply } from './collection-lists';

const Note = z.object({
  note_id: z.uuid(),
  customer_id: z.uuid(),
  document_id: z.uuid().nullable(),
  text: z.string(),
  recorded_at: z.string(),
});

/** Notes, the latest first. */
export const listNotes = reading({
  id: 'listNotes',
  path: '/notes',
  summary: 'What was written down about customers and their documents, the latest first.',
  may: 'books:read',
  query: z.strictObject({ ...MattersQuery, ...AsOf }),
  answer: listOf(Note),
  run: async ({ tx, actor }, { customer_id: customerId, as_of: day, ...query }) => {
    const page = pageFrom(query);
    const by = day && { day, timeZone: actor.org.timeZone };
    return pageReply((await noteList(tx, { customerId, by }, page)).map(writeShape), page);
  },
});

/** Writes something down. */
export const createNote = writing({
  id: 'createNote',
  path: '/notes',
  summary: 'Writes something down about a customer, or about one of its documents. It stays as it is.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    customer_id: z.uuid(),
    document_id: z.uuid().optional(),
    text: z.string().trim().min(1).max(5_000),
  }),
  answer: Note,
  run: async ({ tx, actor }, body) => {
    const { noteId } = await writeNote(tx, actor, {
      customerId: body.customer_id,
      ...(body.document_id ? { documentId: body.document_id } : {}),
      text: body.text,
    });
    const [row] = await noteList(tx, { noteId }, { limit: 1, offset: 0 });
    if (!row) throw new Refusal('not_found', 'That note does not exist.');
    return { body: writeShape(row) };
  },
});

function writeShape({ id, customerId, documentId, text: words, recordedAt }: NoteRow) {
  return {
    note_id: id,
    customer_id: customerId,
    document_id: documentId,
    text: words,
    recorded_at: recordedAt.toISOString(),
  };
}
