import type { StaffActor } from '@/lib/actor';
import type { AgingPaper } from '../queries/aging-paper';
import type { Tx } from '../scope';
import { recordReportRun } from './record-report-run';

/** A file that was made. */
export interface MadeFile {
  /** It is printed in the file. */
  readonly madeAt: Date;
  /** SHA-256, in hex. */
  readonly fileHash: string;
}

/** Notes that somebody took an aging report away as PDF, with all that stands on its paper and can change later. */
export function recordAgingPaper(
  tx: Tx,
  actor: StaffActor,
  { filters, seller, paper, timeZone, items }: AgingPaper,
  { madeAt, fileHash }: MadeFile,
): Promise<{ reportRunId: string }> {
  const { asOf, knownAt, page: _page, ...rest } = filters;
  return recordReportRun(tx, actor, {
    kind: items ? 'aging_items_pdf' : 'aging_pdf',
    asOf,
    knownAt,
    filters: { ...rest, seller, paper, timeZone },
    fileHash,
    madeAt,
  });
}
