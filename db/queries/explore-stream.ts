import { sql } from 'drizzle-orm';
import type { ExploreFilters } from '@/lib/explore-filters';
import type { Tx } from '../scope';
import { type ExploreRow, exploreRowOf, exploreSelect, type FoundRow } from './explore-rows';
import { promiseGraceDays } from './promise-receipts';

/** Rows that are in memory at once. */
const BATCH = 1_000;

/**
 * All open items that the filters match, in the order of the table, batch by batch from a cursor: what is in memory does not
 * grow with their number. The statement stops soon after its connection has ended.
 */
export async function* exploreBatches(tx: Tx, filters: ExploreFilters): AsyncGenerator<ExploreRow[]> {
  const graceDays = await promiseGraceDays(tx);
  // All rows are wanted, so the plan that has the last one soonest; and where the system can tell, nobody works for a line that is cut.
  await tx.execute(sql`select set_config('cursor_tuple_fraction', '1', true),
    set_config('client_connection_check_interval',
      case when version() ~* 'linux|darwin|apple|bsd' then '1000' else '0' end, true)`);
  await tx.execute(
    sql`declare explored no scroll cursor for ${exploreSelect({ ...filters, after: null }, graceDays)}`,
  );
  for (;;) {
    const rows = await tx.execute<FoundRow>(sql.raw(`fetch ${BATCH} from explored`));
    if (rows.length > 0) yield rows.map(exploreRowOf);
    if (rows.length < BATCH) return;
  }
}
