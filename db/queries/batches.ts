import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../scope';

/** Rows that are in memory at once. */
const BATCH = 1_000;

/**
 * The rows of a statement, batch by batch from a cursor: what is in memory does not grow with their number, and the statement
 * stops soon after its connection has ended. One at a time in a transaction; other statements may run between two batches.
 */
export async function* inBatches<Row extends Record<string, unknown>>(tx: Tx, select: SQL) {
  // All rows are wanted, so the plan that has the last one soonest.
  await tx.execute(sql`select set_config('cursor_tuple_fraction', '1', true)`);
  await tx.execute(sql`declare batches no scroll cursor for ${select}`);
  for (;;) {
    const rows = await tx.execute<Row>(sql.raw(`fetch ${BATCH} from batches`));
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await tx.execute(sql`close batches`);
}

/** Rows in memory at once of a list that is read page by page. */
export const PAGE_OF_FILE = 500;

/** The rows of a list page by page, for a file: `read` answers the page after a row (null: the first), and where the next begins. */
export async function* inPages<Row, After>(
  read: (after: After | null) => Promise<{ readonly rows: readonly Row[]; readonly next: After | null }>,
): AsyncGenerator<readonly Row[]> {
  let after: After | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const page: { readonly rows: readonly Row[]; readonly next: After | null } = await read(after);
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
  } while (after !== null);
}
