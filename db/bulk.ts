import { sql } from 'drizzle-orm';
import type { Tx } from './scope';

/** So many rows are worth reading a whole table. */
const MANY = 200;

/**
 * Reads that join whole books, not one customer's rows. The planner cannot know how large the organization in scope is,
 * and after a large import knows nothing at all; where it expects a handful of rows it joins them one by one, which for
 * 40,000 takes minutes. Within `read`, joins are by hash when it is about many `rows`.
 */
export async function inBulk<T>(tx: Tx, rows: number, read: () => Promise<T>): Promise<T> {
  if (rows < MANY) return read();
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`);
  const result = await read();
  await tx.execute(sql`select set_config('enable_nestloop', 'on', true)`);
  return result;
}

/** For one sort or hash of a whole book: beyond it they go through files, and lists to look in are gone through row by row. */
const ROOM = '64MB';

/**
 * One statement that joins whole books, whatever their size, by hash: sent together with what lets it, and with what ends that.
 */
export async function byHash<T>(tx: Tx, statement: { execute(): Promise<T> }): Promise<T> {
  const [, result] = await Promise.all([
    tx
      .execute(sql`select set_config('enable_nestloop', 'off', true), set_config('work_mem', ${ROOM}, true)`)
      .execute(),
    statement.execute(),
    tx.execute(sql`select set_config('enable_nestloop', 'on', true)`).execute(),
    tx.execute(sql`set local work_mem to default`).execute(),
  ]);
  return result;
}

/** Lets the planner look at the books when `adding` rows are more than it knows of. To be called once some are written. */
export async function analyzeBooks(tx: Tx, adding: number): Promise<void> {
  await tx.execute(sql`select app.analyze_books(${adding}::bigint)`);
}

/** The same of the rows of other books, when there are twice as many as the planner knows of. */
export async function analyzeSourceRows(tx: Tx, connectionId: string): Promise<void> {
  await tx.execute(
    sql`select app.analyze_source_rows((select count(*) / 2 from source_rows where connection_id = ${connectionId}))`,
  );
}
