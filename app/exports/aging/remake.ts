import { agingPaper } from '@/db/queries/aging-paper';
import type { StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import type { AgingFilters } from '@/lib/filters';
import { NotedLetterhead } from '@/lib/noted-sheets';
import { MOST_PDF_ROWS } from '@/lib/pdf-pages';
import { Refusal } from '@/lib/refusal';
import { isAging } from '@/lib/report-kinds';
import { readStoredFilters } from '@/lib/stored-filters';
import type { FilePiece } from '../download';
import { madeAtOf } from '../made-at';
import { makeAgingPdf } from './pdf';
import { agingPieces } from './pieces';

/** The pieces of an aging report that was taken away, read again from the books as they were known. */
export async function agingAgain(tx: Tx, run: StoredReportRun): Promise<readonly FilePiece[]> {
  const detail = run.kind.startsWith('aging_items') ? 'items' : 'customers';
  if (!run.kind.endsWith('_pdf'))
    return Array.fromAsync(agingPieces(tx, filtersOf(run), { detail, madeAt: madeAtOf(run) }));
  const content = await agingPaper(tx, filtersOf(run), { detail, most: MOST_PDF_ROWS });
  if (!content) throw new Refusal('invalid', 'This file is long. Take it again from the list of reports.');
  return [await makeAgingPdf({ ...content, ...NotedLetterhead.parse(run.filters) }, madeAtOf(run))];
}

/** The filters that an aging report was made with. @throws Refusal `not_found` for another report. */
export function filtersOf({ kind, asOf, knownAt, filters }: StoredReportRun): AgingFilters {
  if (!isAging(kind)) throw new Refusal('not_found', 'This file is no aging report.');
  return { ...readStoredFilters(filters), asOf, knownAt, page: 1 };
}
