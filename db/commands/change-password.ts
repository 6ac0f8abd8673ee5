import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { MailLanguage } from '@/lib/mail/languages';
import { sessions, users } from '../schema/users';
import type { Tx } from '../scope';
import { endLinks } from './end-links';
import { recordActivity } from './record-activity';
import { tellOfChange } from './tell-of-change';

/** The new password, hashed, the session that stays, and the language that the person reads. */
export interface ChangePassword {
  readonly passwordHash: string;
  readonly sessionId: string;
  readonly language: MailLanguage;
}

/**
 * Gives the actor a new password. Every other session of theirs, everywhere, is over with its next request, so is every link that was
 * mailed before, and a mail tells them.
 */
export async function changePassword(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  { passwordHash, sessionId, language }: ChangePassword,
): Promise<void> {
  const [user] = await tx
    .update(users)
    .set({ passwordHash, passwordVersion: sql`${users.passwordVersion} + 1` })
    .where(eq(users.id, actor.userId))
    .returning({ passwordVersion: users.passwordVersion, email: users.email, name: users.name });
  if (!user) throw new Error('the user is gone');
  await tx
    .update(sessions)
    .set({ passwordVersion: user.passwordVersion })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)));
  await endLinks(tx, actor.userId);
  await tellOfChange(tx, actor.org.id, { ...user, language }, 'password');
  await recordActivity(tx, actor, {
    verb: 'password_changed',
    objectKind: 'user',
    objectId: actor.userId,
  });
}
