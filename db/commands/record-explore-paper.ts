import type { StaffActor } from '@/lib/actor';
import type { ExplorePaper } from '../queries/explore-paper';
import type { Tx } from '../scope';
import type { MadeFile } from './record-aging-paper';
import { recordReportRun } from './record-report-run';

/** Notes that somebody took Explore away as PDF, with what it was narrowed to and all that stands on its paper. */
export function recordExplorePaper(
  tx: Tx,
  actor: StaffActor,
  { filters, seller, paper, timeZone, rows }: ExplorePaper,
  { madeAt, fileHash }: MadeFile,
): Promise<{ reportRunId: string }> {
  const { asOf, knownAt, after: _after, ...rest } = filters;
  return recordReportRun(tx, actor, {
    kind: rows ? 'explore_rows_pdf' : 'explore_pdf',
    asOf,
    knownAt,
    filters: { ...rest, seller, paper, timeZone },
    fileHash,
    madeAt,
  });
}
