'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { writeNote as write } from '@/db/commands/write-note';

const noteInput = z.object({
  customerId: z.uuid(),
  text: z.string().trim().min(1, 'Write the note.').max(2_000, 'Use at most 2,000 characters.'),
});

/** Writes a note about a customer. It stays as it was written. */
export const writeNote = formAction({
  may: 'books:write',
  verb: 'customer_note_form',
  input: noteInput,
  run: async (tx, actor, input) => {
    const { noteId } = await write(tx, actor, input);
    return { id: noteId, message: 'Noted.' };
  },
  stale: ['/', '/worklist', '/customers', '/dashboard', '/explore'],
});
