import { z } from 'zod';
import { agingPaper } from '@/db/queries/aging-paper';
import type { StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import type { AgingFilters } from '@/lib/filters';
import { MOST_PDF_ROWS } from '@/lib/pdf-pages';
import { Refusal } from '@/lib/refusal';
import { isKept } from '@/lib/report-kinds';
import { readStoredFilters } from '@/lib/stored-filters';
import type { FilePiece } from '../download';
import { hashOf } from './file';
import { makeAgingPdf } from './pdf';
import { agingPieces } from './pieces';

/** A file that was handed out, made again. */
export interface RemadeFile {
  readonly type: 'text/csv' | 'application/pdf';
  readonly pieces: readonly FilePiece[];
  readonly fileHash: string;
  /** Whether it is the same to the byte. */
  readonly isSame: boolean;
}

/** What a PDF says besides its figures, as it was noted. */
const Noted = z.object({ seller: z.string(), paper: z.enum(['a4', 'letter']), timeZone: z.string() });

/** Makes the file of a report run again from what was noted of it. */
export async function remakeReport(tx: Tx, run: StoredReportRun): Promise<RemadeFile> {
  const detail = run.kind.startsWith('aging_items') ? 'items' : 'customers';
  const isPdf = run.kind.endsWith('_pdf');
  const pieces = isPdf
    ? await pdfPieces(tx, run, detail)
    : await Array.fromAsync(agingPieces(tx, filtersOf(run), { detail, madeAt: madeAtOf(run) }));
  const fileHash = hashOf(pieces);
  return {
    type: isPdf ? 'application/pdf' : 'text/csv',
    pieces,
    fileHash,
    isSame: fileHash === run.fileHash,
  };
}

async function pdfPieces(tx: Tx, run: StoredReportRun, detail: 'customers' | 'items') {
  const content = await agingPaper(tx, filtersOf(run), { detail, most: MOST_PDF_ROWS });
  if (!content) throw new Refusal('invalid', 'This file is long. Take it again from the list of reports.');
  return [await makeAgingPdf({ ...content, ...Noted.parse(run.filters) }, madeAtOf(run))];
}

/** When it was made, which stands in the file. */
function madeAtOf({ madeAt }: StoredReportRun): Date {
  if (madeAt) return madeAt;
  throw new Refusal('invalid', 'Of this file it was not kept when it was made: it cannot be made again.');
}

/** The filters that a report was made with. @throws Refusal `not_found` for a file that is made of more than is kept. */
export function filtersOf({ kind, asOf, knownAt, filters }: StoredReportRun): AgingFilters {
  if (!isKept(kind))
    throw new Refusal(
      'not_found',
      'This file names owners, settings or rates, which are kept only as they are now: it cannot be made again.',
    );
  return { ...readStoredFilters(filters), asOf, knownAt, page: 1 };
}
