import { explorePaper } from '@/db/queries/explore-paper';
import type { StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import type { ExploreFilters } from '@/lib/explore-filters';
import { NotedLetterhead } from '@/lib/noted-sheets';
import { MOST_PDF_ROWS } from '@/lib/pdf-pages';
import { Refusal } from '@/lib/refusal';
import { readStoredExploreFilters } from '@/lib/stored-explore-filters';
import type { FilePiece } from '../download';
import { madeAtOf } from '../made-at';
import { makeExplorePdf } from './pdf';
import { explorePieces } from './pieces';

/** The pieces of a file of Explore that was taken away, read again from the books as they were known. */
export async function exploreAgain(tx: Tx, run: StoredReportRun): Promise<readonly FilePiece[]> {
  const filters = exploreFiltersOf(run);
  if (!run.kind.endsWith('_pdf'))
    return Array.fromAsync(explorePieces(tx, filters, run.kind === 'explore_all' ? 'all' : 'table'));
  const detail = run.kind === 'explore_rows_pdf' ? 'invoices' : 'summary';
  const content = await explorePaper(tx, filters, { detail, most: MOST_PDF_ROWS });
  if (!content) throw new Refusal('invalid', 'This file is long. Take it again from Explore.');
  return [await makeExplorePdf({ ...content, ...NotedLetterhead.parse(run.filters) }, madeAtOf(run))];
}

/** The filters that a file of Explore was made with. */
export function exploreFiltersOf({ asOf, knownAt, filters }: StoredReportRun): ExploreFilters {
  return { ...readStoredExploreFilters(filters), asOf, knownAt, after: null };
}
