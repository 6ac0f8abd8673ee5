import { serve } from '../_api/serve';
import { createNote, listNotes } from '../_resources/notes';

/** Answers GET /api/v1/notes. */
export const GET = serve(listNotes);

/** Answers POST /api/v1/notes. */
export const POST = serve(createNote);
