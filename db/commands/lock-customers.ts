import { asc, inArray } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';

/** A customer as it stands while its row is locked. */
export type LockedCustomer = Pick<
  typeof customers.$inferSelect,
  'id' | 'name' | 'address' | 'currency' | 'termsDays' | 'archivedAt'
>;

/**
 * Locks customers in id order, so that two commands never wait for each other in a circle. Everything that
 * changes what a customer owes does this first, and therefore one after the other.
 * @throws Refusal `not_found` when one of them is not visible to the actor.
 */
export async function lockCustomers(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedCustomer>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({
      id: customers.id,
      name: customers.name,
      address: customers.address,
      currency: customers.currency,
      termsDays: customers.termsDays,
      archivedAt: customers.archivedAt,
    })
    .from(customers)
    .where(inArray(customers.id, wanted))
    .orderBy(asc(customers.id))
    .for('no key update')
    .execute();
  if (rows.length < wanted.length)
    throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  return new Map(rows.map((row) => [row.id, row]));
}

/** The one customer, locked. @throws Refusal `not_found`. */
export async function lockCustomer(tx: Tx, id: string): Promise<LockedCustomer> {
  const customer = (await lockCustomers(tx, [id])).get(id);
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  return customer;
}
