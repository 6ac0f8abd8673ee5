import { createHash } from 'node:crypto';
import { recordReportRun } from '@/db/commands/record-report-run';
import { fixedBy } from '@/db/queries/explore-paper';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { ExploreFilters } from '@/lib/explore-filters';
import type { Write } from '../stream';
import type { Columns } from './columns';
import { explorePieces } from './pieces';

/**
 * Writes the rows that the filters match, in the order of the table, and notes at the end that they were taken away. They are
 * as known at the last instant that is recorded, whatever is recorded meanwhile: made again, the file is the same to the byte.
 */
export async function writeExploreFile(
  tx: Tx,
  actor: StaffActor,
  asked: { readonly filters: ExploreFilters; readonly columns: Columns; readonly write: Write },
): Promise<void> {
  const filters = { ...asked.filters, ...(await fixedBy(tx, asked.filters)) };
  const hash = createHash('sha256');
  for await (const piece of explorePieces(tx, filters, asked.columns)) {
    hash.update(piece);
    await asked.write(piece);
  }
  const { asOf, knownAt, after: _after, ...rest } = filters;
  await recordReportRun(tx, actor, {
    kind: asked.columns === 'all' ? 'explore_all' : 'explore',
    asOf,
    knownAt,
    filters: rest,
    fileHash: hash.digest('hex'),
  });
}
