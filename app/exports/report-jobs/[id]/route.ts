import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { fileDownload } from '@/app/exports/download';
import { reportJobFile } from '@/db/queries/report-jobs';
import { withScope } from '@/db/scope';
import { isUuid } from '@/lib/uuid';

/** A file that the worker made for whoever asks. Somebody else's, and one that is not ready, are not there. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { id } = await params;
  const found = isUuid(id)
    ? await withScope(actor, 'read', (tx) => reportJobFile(tx, actor.userId, id), 30_000)
    : null;
  if (!found) notFound();
  return fileDownload(found.fileName, 'application/pdf', [new Uint8Array(found.file)]);
}
