import { sql } from 'drizzle-orm';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** What this installation holds. `isClaimed`: a real business is there, not only sample books. */
export type FirstRun = {
  readonly isEmpty: boolean;
  readonly isClaimed: boolean;
};

/** Whether anybody has begun to use this installation. For the `auth` scope. */
export async function firstRun(tx: Tx): Promise<FirstRun> {
  const [row] = await tx.execute<FirstRun>(sql`select
    not exists (select from ${organizations}) as "isEmpty",
    exists (select from ${organizations} where not ${organizations.isSample}) as "isClaimed"`);
  if (!row) throw new Error('select returned no row');
  return { isEmpty: row.isEmpty, isClaimed: row.isClaimed };
}
