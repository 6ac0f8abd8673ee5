import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { users } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Changes the name under which the actor's deeds are written from now on. */
export async function renameUser(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  { name }: { readonly name: string },
): Promise<void> {
  await tx.update(users).set({ name }).where(eq(users.id, actor.userId));
  await recordActivity(tx, actor, {
    verb: 'user_renamed',
    objectKind: 'user',
    objectId: actor.userId,
    before: { name: actor.name },
    after: { name },
  });
}
