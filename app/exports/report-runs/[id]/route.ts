import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { fileDownload, told } from '@/app/exports/download';
import { remakeReport } from '@/app/exports/remake';
import { reportRunById } from '@/db/queries/report-runs';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';
import { isUuid } from '@/lib/uuid';

/** A report that was taken away, made again: the same to the byte, or a sentence that it no longer is. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const actor = await requireStaff('books:export');
  const { id } = await params;
  try {
    const remade = await withScope(
      actor,
      'read',
      async (tx) => {
        const run = isUuid(id) ? await reportRunById(tx, id) : null;
        return run && { run, ...(await remakeReport(tx, run)) };
      },
      LARGE_BOOKS_WITHIN,
    );
    if (!remade) notFound();
    const { run, type, pieces, isSame } = remade;
    if (!isSame) return told(409, 'Made again, this report is not the file that was downloaded.');
    return fileDownload(`${run.kind}_${run.asOf}.${type === 'text/csv' ? 'csv' : 'pdf'}`, type, pieces);
  } catch (error) {
    if (error instanceof TooMany) return told(429, error.message, error.retryAfterSeconds);
    if (error instanceof Refusal) return told(422, error.message);
    throw error;
  }
}
