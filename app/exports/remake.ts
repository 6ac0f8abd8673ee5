import { type StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import { Refusal } from '@/lib/refusal';
import { isAging, isExplore } from '@/lib/report-kinds';
import { hashOf } from './aging/file';
import { agingAgain } from './aging/remake';
import { dashboardAgain } from './dashboard/remake';
import type { FilePiece } from './download';
import { exploreAgain } from './explore/remake';
import { packAgain } from './month-end/remake';

/** A file that was handed out, made again. */
interface RemadeFile {
  readonly type: 'text/csv' | 'application/pdf';
  readonly pieces: readonly FilePiece[];
  readonly fileHash: string;
  /** Whether it is the same to the byte. */
  readonly isSame: boolean;
}

/** Makes the file of a report run again from what was noted of it. @throws Refusal when too little was noted. */
export async function remakeReport(tx: Tx, run: StoredReportRun): Promise<RemadeFile> {
  const pieces = await piecesOf(tx, run);
  const fileHash = hashOf(pieces);
  const type = run.kind.endsWith('_pdf') ? 'application/pdf' : 'text/csv';
  return { type, pieces, fileHash, isSame: fileHash === run.fileHash };
}

async function piecesOf(tx: Tx, run: StoredReportRun): Promise<readonly FilePiece[]> {
  if (isAging(run.kind)) return agingAgain(tx, run);
  if (isExplore(run.kind)) return exploreAgain(tx, run);
  if (run.kind === 'dashboard_pdf' && run.hasContent) return dashboardAgain(tx, run);
  if (run.kind === 'month_end_pdf' && run.hasContent) return packAgain(tx, run);
  throw new Refusal(
    'not_found',
    'Of this file too little was noted, or it names what is kept only as it is now: it cannot be made again.',
  );
}
