import { createHash } from 'node:crypto';
import { recordReportRun } from '@/db/commands/record-report-run';
import { exploreBatches } from '@/db/queries/explore-stream';
import { lastRecorded } from '@/db/queries/last-recorded';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { csvHead, csvLines } from '@/lib/csv';
import type { ExploreFilters } from '@/lib/explore-filters';
import type { Write } from '../stream';
import { type Columns, exploreColumns } from './columns';

/**
 * Writes the rows that the filters match, in the order of the table, and notes at the end that they were taken away. They are
 * as known at the last instant that is recorded, whatever is recorded meanwhile.
 */
export async function writeExploreFile(
  tx: Tx,
  actor: StaffActor,
  asked: { readonly filters: ExploreFilters; readonly columns: Columns; readonly write: Write },
): Promise<void> {
  const recorded = await lastRecorded(tx);
  const { knownAt: wanted } = asked.filters;
  const knownAt = wanted !== null && wanted < recorded ? wanted : recorded;
  const filters = { ...asked.filters, knownAt };
  const columns = exploreColumns(filters, asked.columns);
  const hash = createHash('sha256');
  const write = async (piece: string) => {
    hash.update(piece);
    await asked.write(piece);
  };
  let head = csvHead(columns);
  for await (const rows of exploreBatches(tx, filters)) {
    for (const lines of csvLines(columns, rows)) {
      await write(head + lines);
      head = '';
    }
  }
  if (head) await write(head);
  const { asOf, knownAt: _at, after: _after, ...rest } = filters;
  await recordReportRun(tx, actor, {
    kind: asked.columns === 'all' ? 'explore_all' : 'explore',
    asOf,
    knownAt,
    filters: rest,
    fileHash: hash.digest('hex'),
  });
}
