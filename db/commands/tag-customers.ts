import { and, asc, inArray, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomers } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Gives customers one more tag; those that have it already, in whatever case, are left alone.
 * @throws Refusal `not_found` when one of them is not there.
 */
export async function tagCustomers(
  tx: Tx,
  actor: Actor,
  { customerIds, tag }: { readonly customerIds: readonly string[]; readonly tag: string },
): Promise<{ changed: readonly string[] }> {
  await lockCustomers(tx, customerIds);
  const untagged = await tx
    .select({ id: customers.id, tags: customers.tags })
    .from(customers)
    .where(
      and(
        inArray(customers.id, [...customerIds]),
        sql`not exists (select from unnest(${customers.tags}) as t(tag) where lower(btrim(tag)) = lower(${tag}))`,
      ),
    )
    .orderBy(asc(customers.id));
  const changed = untagged.map(({ id }) => id);
  if (changed.length === 0) return { changed };
  await tx
    .update(customers)
    .set({ tags: sql`array_append(${customers.tags}, ${tag})` })
    .where(inArray(customers.id, changed));
  for (const { id, tags } of untagged)
    await recordActivity(tx, actor, {
      verb: 'customer_updated',
      objectKind: 'customer',
      objectId: id,
      customerId: id,
      before: { tags },
      after: { tags: [...tags, tag] },
    });
  return { changed };
}
