import type { ExploreFilters } from '@/lib/explore-filters';
import type { Tx } from '../scope';
import { inBatches } from './batches';
import { type ExploreRow, exploreRowOf, exploreSelect, type FoundRow } from './explore-rows';

/** All open items that the filters match, in the order of the table, batch by batch. */
export async function* exploreBatches(tx: Tx, filters: ExploreFilters): AsyncGenerator<ExploreRow[]> {
  const select = await exploreSelect(tx, { ...filters, after: null });
  for await (const rows of inBatches<FoundRow>(tx, select)) yield rows.map(exploreRowOf);
}
