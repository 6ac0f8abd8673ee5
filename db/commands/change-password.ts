import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { sessions, users } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** The new password, hashed, and the session that stays. */
export interface ChangePassword {
  readonly passwordHash: string;
  readonly sessionId: string;
}

/** Gives the actor a new password. Every other session of theirs, everywhere, is over with its next request. */
export async function changePassword(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  { passwordHash, sessionId }: ChangePassword,
): Promise<void> {
  const [user] = await tx
    .update(users)
    .set({ passwordHash, passwordVersion: sql`${users.passwordVersion} + 1` })
    .where(eq(users.id, actor.userId))
    .returning({ passwordVersion: users.passwordVersion });
  if (!user) throw new Error('the user is gone');
  await tx
    .update(sessions)
    .set({ passwordVersion: user.passwordVersion })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)));
  await recordActivity(tx, actor, {
    verb: 'password_changed',
    objectKind: 'user',
    objectId: actor.userId,
  });
}
