import type { NextRequest } from 'next/server';
import { undoImport } from '@/db/commands/import-undo';
import { withScope } from '@/db/scope';
import { formatCount } from '@/lib/format';
import { countOf } from '@/lib/import/words';
import { isUuid } from '@/lib/uuid';
import { importerOf, NO_STORE, told } from '../../_work/importer';
import { startWork } from '../../_work/long-work';
import { WITHIN } from '../../_work/within';
import { importKind } from '../read';

/** Takes a booked import back and tells how far it is, a line of JSON at a time. */
export async function POST(
  request: NextRequest,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await importerOf(request);
  if (actor instanceof Response) return actor;
  const { id } = await params;
  const kind = isUuid(id) ? await importKind(actor, id) : null;
  if (!kind) return told(404, 'That import does not exist.');
  const stream = startWork(id, 'undo', async (onProgress) => {
    const undo = { importId: id, onProgress };
    const { reversed, customersArchived } = await withScope(
      actor,
      'write',
      (tx) => undoImport(tx, actor, undo),
      WITHIN,
    );
    const archived = `${formatCount(customersArchived, 'customer')} archived`;
    return kind === 'customers'
      ? `Undone: ${archived}.`
      : `Undone: ${countOf(kind, reversed)} reversed, ${archived}.`;
  });
  return new Response(stream, { headers: { ...NO_STORE, 'Content-Type': 'application/x-ndjson' } });
}
