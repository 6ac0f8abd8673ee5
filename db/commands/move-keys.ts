import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';
import type { LockedCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** The two customers, locked. */
interface Sides {
  readonly from: LockedCustomer;
  readonly into: LockedCustomer;
}

/** Programs that could read the one account read the other from now on. Answers which keys those are. */
export async function moveKeys(tx: Tx, actor: Actor, sides: Sides): Promise<string[]> {
  const isOfFrom = and(eq(apiKeys.customerId, sides.from.id), isNull(apiKeys.revokedAt));
  const keys = await tx.select({ id: apiKeys.id }).from(apiKeys).where(isOfFrom);
  const ids = keys.map(({ id }) => id);
  await rebind(tx, actor, ids, sides);
  return ids;
}

/** The keys that a merge moved read the account again that they read before, unless they went on to a third. */
export async function returnKeys(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  { from, into }: Sides,
): Promise<void> {
  await rebind(tx, actor, ids, { from: into, into: from });
}

async function rebind(tx: Tx, actor: Actor, ids: readonly string[], { from, into }: Sides): Promise<void> {
  const moved = await tx
    .update(apiKeys)
    .set({ customerId: into.id })
    .where(and(inArray(apiKeys.id, [...ids]), eq(apiKeys.customerId, from.id)))
    .returning({ id: apiKeys.id, name: apiKeys.name });
  for (const { id, name } of moved)
    await recordActivity(tx, actor, {
      verb: 'api_key_moved',
      objectKind: 'api_key',
      objectId: id,
      customerId: into.id,
      before: { customer: from.name },
      after: { name, customer: into.name },
    });
}
