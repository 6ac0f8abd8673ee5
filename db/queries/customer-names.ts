import { inArray } from 'drizzle-orm';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/** Names of customers by id; those that the actor may not see, or that are not there, are left out. */
export async function customerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(inArray(customers.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
