import type { NextRequest } from 'next/server';
import { bookImport } from '@/db/commands/import-book';
import { withScope } from '@/db/scope';
import { countOf } from '@/lib/import/words';
import { isUuid } from '@/lib/uuid';
import { importerOf, NO_STORE, told } from '../../_work/importer';
import { startWork } from '../../_work/long-work';
import { WITHIN } from '../../_work/within';
import { importKind } from '../read';

/** Books an import and tells how far it is, a line of JSON at a time; `?refused=skip` leaves wrong rows out. */
export async function POST(
  request: NextRequest,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await importerOf(request);
  if (actor instanceof Response) return actor;
  const { id } = await params;
  const kind = isUuid(id) ? await importKind(actor, id) : null;
  if (!kind) return told(404, 'That import does not exist.');
  const refused = request.nextUrl.searchParams.get('refused') === 'skip' ? 'skip' : 'stop';
  const stream = startWork(id, 'book', async (onProgress) => {
    const book = { importId: id, refused, onProgress } as const;
    const { created } = await withScope(actor, 'write', (tx) => bookImport(tx, actor, book), WITHIN);
    return `Imported ${countOf(kind, created)}.`;
  });
  return new Response(stream, { headers: { ...NO_STORE, 'Content-Type': 'application/x-ndjson' } });
}
