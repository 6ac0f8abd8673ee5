import { inArray } from 'drizzle-orm';
import { customersAt } from '../customers-at';
import type { Moment } from '../expressions';
import type { Tx } from '../scope';

/** Names of customers by id, as known at an instant; those that the actor may not see, or that are not there, are left out. */
export async function customerNames(
  tx: Tx,
  ids: readonly string[],
  moment: Pick<Moment, 'knownAt'> = { knownAt: null },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const known = customersAt(moment);
  const rows = await tx
    .select({ id: known.id, name: known.name })
    .from(known)
    .where(inArray(known.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
