import type { NextRequest } from 'next/server';
import { isUuid } from '@/lib/uuid';
import { importerOf, NO_STORE, told } from '../../_work/importer';
import { watchWork } from '../../_work/long-work';
import { importKind } from '../read';

/** How far the work on an import is, a line of JSON at a time: for a browser that comes back to it. */
export async function GET(
  request: NextRequest,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await importerOf(request);
  if (actor instanceof Response) return actor;
  const { id } = await params;
  const isTheirs = isUuid(id) && (await importKind(actor, id)) !== null;
  const stream = isTheirs ? watchWork(id) : null;
  if (!stream) return told(404, 'Nothing is under way.');
  return new Response(stream, { headers: { ...NO_STORE, 'Content-Type': 'application/x-ndjson' } });
}
