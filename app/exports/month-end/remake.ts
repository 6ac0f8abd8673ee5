import { agingPaper } from '@/db/queries/aging-paper';
import { MOST_PACK_CUSTOMERS } from '@/db/queries/month-end-pack';
import { reportRunContent, type StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import { readNotedSheets } from '@/lib/noted-sheets';
import { Refusal } from '@/lib/refusal';
import { readStoredFilters } from '@/lib/stored-filters';
import type { FilePiece } from '../download';
import { madeAtOf } from '../made-at';
import { makePackPdf } from './pdf';

/** The pieces of a month-end pack that was taken away: its aging from the books as they were known, the rest as it was noted. */
export async function packAgain(tx: Tx, run: StoredReportRun): Promise<readonly FilePiece[]> {
  const { facts, tables, ...letterhead } = readNotedSheets(await reportRunContent(tx, run.id));
  const filters = { ...readStoredFilters(run.filters), asOf: run.asOf, knownAt: run.knownAt, page: 1 };
  const aging = await agingPaper(tx, filters, { detail: 'customers', most: MOST_PACK_CUSTOMERS });
  if (!aging) throw new Refusal('invalid', 'These books have grown too large for this file.');
  return [await makePackPdf({ aging: { ...aging, ...letterhead }, facts, tables }, madeAtOf(run))];
}
