/** Postgres takes at most 65,535 parameters a statement; 2,000 rows of 20 columns stay below. */
const ROWS = 2_000;

/** Hands `rows` on in pieces small enough for one statement each, in order. Does nothing for no rows. */
export async function inChunks<T>(rows: T[], write: (chunk: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await write(rows.slice(at, at + ROWS));
}
