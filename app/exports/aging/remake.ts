import type { StoredReportRun } from '@/db/queries/report-runs';
import type { Tx } from '@/db/scope';
import type { AgingFilters } from '@/lib/filters';
import { readStoredFilters } from '@/lib/stored-filters';
import { agingPieces, hashOf } from './file';

/** A file that was handed out, made again. */
export interface RemadeFile {
  readonly pieces: readonly string[];
  readonly fileHash: string;
  /** Whether it is the same to the byte. */
  readonly isSame: boolean;
}

/** Makes the file of a report run again from what was noted of it. */
export async function remakeReport(tx: Tx, run: StoredReportRun): Promise<RemadeFile> {
  const detail = run.kind === 'aging_items' ? 'items' : 'customers';
  const pieces = await agingPieces(tx, filtersOf(run), detail);
  const fileHash = hashOf(pieces);
  return { pieces, fileHash, isSame: fileHash === run.fileHash };
}

/** The filters that a report was made with. */
export function filtersOf({ asOf, knownAt, filters }: StoredReportRun): AgingFilters {
  return { ...readStoredFilters(filters), asOf, knownAt, page: 1 };
}
