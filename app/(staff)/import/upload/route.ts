import type { NextRequest } from 'next/server';
import { answerTo } from '@/app/_actions/answers';
import { saveImport } from '@/db/commands/import-save';
import { withScope } from '@/db/scope';
import { IMPORT_KINDS, isImportKind } from '@/lib/import/fields';
import { MAX_FILE_BYTES, TOO_LARGE } from '@/lib/import/parse';
import { readBody } from '@/lib/read-body';
import { importerOf, NO_STORE, told } from '../_work/importer';

/** Milliseconds that storing 50 MB may take. */
const WITHIN = 60_000;

/** Takes a file as the body, `?kind=` what it holds and `?name=` what it is called; answers the import's id. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await importerOf(request);
  if (actor instanceof Response) return actor;
  const kind = request.nextUrl.searchParams.get('kind') ?? '';
  const fileName = request.nextUrl.searchParams.get('name') ?? '';
  if (!isImportKind(kind)) return told(400, `Say what the file holds: ${IMPORT_KINDS.join(', ')}.`);
  const body = await readBody(request, MAX_FILE_BYTES);
  if (body === 'too large') return told(413, TOO_LARGE);
  if (body === 'cut off')
    return told(400, 'Only a part of the file arrived, so nothing was saved. Bring it again.');
  try {
    const save = { kind, fileName, bytes: body };
    const { importId } = await withScope(actor, 'write', (tx) => saveImport(tx, actor, save), WITHIN);
    return Response.json({ id: importId }, { headers: NO_STORE });
  } catch (error) {
    const state = answerTo(error, { verb: 'import_uploaded', actorId: actor.userId });
    return told(state.status === 'refused' ? 422 : 500, 'message' in state ? state.message : '');
  }
}
