import { reportRunContent, type StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import { readNotedSheets } from '@/lib/noted-sheets';
import { readStoredFilters } from '@/lib/stored-filters';
import type { FilePiece } from '../download';
import { madeAtOf } from '../made-at';
import { makeDashboardPdf } from './pdf';

/** The pieces of a dashboard that was taken away, from the tables that were noted with it. */
export async function dashboardAgain(tx: Tx, run: StoredReportRun): Promise<readonly FilePiece[]> {
  const sheets = readNotedSheets(await reportRunContent(tx, run.id));
  const filters = { ...readStoredFilters(run.filters), asOf: run.asOf };
  return [await makeDashboardPdf({ ...sheets, filters, knownAt: run.knownAt }, madeAtOf(run))];
}
