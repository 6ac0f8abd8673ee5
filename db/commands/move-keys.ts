import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';
import type { Sides } from './move-logins';
import { recordActivities } from './record-activity';

/** Programs that could read the one account read the other from now on. Answers which keys those are. */
export function moveKeys(tx: Tx, actor: Actor, sides: Sides): Promise<string[]> {
  return rebind(tx, actor, isNull(apiKeys.revokedAt), sides);
}

/** The keys that a merge moved read the account again that they read before, unless they went on to a third. */
export async function returnKeys(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  { from, into }: Sides,
): Promise<void> {
  await rebind(tx, actor, inArray(apiKeys.id, [...ids]), { from: into, into: from });
}

async function rebind(tx: Tx, actor: Actor, which: SQL, { from, into }: Sides): Promise<string[]> {
  const moved = await tx
    .update(apiKeys)
    .set({ customerId: into.id })
    .where(and(which, eq(apiKeys.customerId, from.id)))
    .returning({ id: apiKeys.id, name: apiKeys.name });
  await recordActivities(
    tx,
    actor,
    moved.map(({ id, name }) => ({
      verb: 'api_key_moved',
      objectKind: 'api_key',
      objectId: id,
      customerId: into.id,
      before: { customer: from.name },
      after: { name, customer: into.name },
    })),
  );
  return moved.map(({ id }) => id);
}
