import { sql } from 'drizzle-orm';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/** Parents above parents, at most. */
export const GENERATIONS = 20;

/** Whether two customers have the same customer above all others of them: parent and child, or children of one parent. */
export async function areFamily(tx: Tx, customerId: string, otherId: string): Promise<boolean> {
  const rootOf = (id: string) => sql`(
    with recursive above (id, parent_id, generation) as (
      select id, parent_id, 0 from ${customers} where id = ${id}
      union all select c.id, c.parent_id, generation + 1 from ${customers} c join above on c.id = above.parent_id
        where generation < ${GENERATIONS})
    select id from above order by generation desc limit 1)`;
  const [row] = await tx.execute<{ family: boolean | null }>(
    sql`select ${rootOf(customerId)} = ${rootOf(otherId)} as family`,
  );
  return row?.family ?? false;
}
