import { exploreBatches } from '@/db/queries/explore-stream';
import type { Tx } from '@/db/scope';
import { csvHead, csvLines } from '@/lib/csv';
import type { ExploreFilters } from '@/lib/explore-filters';
import { type Columns, exploreColumns } from './columns';

/** The file itself, batch by batch: a function of the filters and of what was recorded by their known-at instant. */
export async function* explorePieces(
  tx: Tx,
  filters: ExploreFilters,
  which: Columns,
): AsyncGenerator<string> {
  const columns = exploreColumns(filters, which);
  let head = csvHead(columns);
  for await (const rows of exploreBatches(tx, filters)) {
    for (const lines of csvLines(columns, rows)) {
      yield head + lines;
      head = '';
    }
  }
  if (head) yield head;
}
