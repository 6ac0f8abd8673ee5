import { asc, desc } from 'drizzle-orm';
import { countRows, type Moment, openItemsAt } from '../expressions';
import type { Tx } from '../scope';

/** The currencies that have anything open at a moment, most used first: one block of every report each. */
export async function currenciesInUse(tx: Tx, moment: Moment): Promise<string[]> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const rows = await tx
    .select({ currency: items.currency })
    .from(items)
    .groupBy(items.currency)
    .orderBy(desc(countRows()), asc(items.currency))
    .limit(200);
  return rows.map((row) => row.currency);
}
