import { and, asc, inArray, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomers } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Gives customers the same owner, or none; those that have it already are left alone.
 * @throws Refusal `not_found` when one of them is not there.
 */
export async function assignOwner(
  tx: Tx,
  actor: Actor,
  { customerIds, owner }: { readonly customerIds: readonly string[]; readonly owner: string | null },
): Promise<{ changed: readonly string[] }> {
  await lockCustomers(tx, customerIds);
  const others = await tx
    .select({ id: customers.id, owner: customers.owner })
    .from(customers)
    .where(
      and(inArray(customers.id, [...customerIds]), sql`${customers.owner} is distinct from ${owner}::text`),
    )
    .orderBy(asc(customers.id));
  const changed = others.map(({ id }) => id);
  if (changed.length === 0) return { changed };
  await tx.update(customers).set({ owner }).where(inArray(customers.id, changed));
  for (const before of others)
    await recordActivity(tx, actor, {
      verb: 'customer_updated',
      objectKind: 'customer',
      objectId: before.id,
      customerId: before.id,
      before: { owner: before.owner },
      after: { owner },
    });
  return { changed };
}
