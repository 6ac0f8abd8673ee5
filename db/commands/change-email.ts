import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { isTaken } from '@/lib/database-unavailable';
import type { MailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { isOpenLink } from '../open-links';
import { emailChanges, sessions, users } from '../schema/users';
import type { Tx } from '../scope';
import { endLinks } from './end-links';
import { recordActivity } from './record-activity';
import { tellOfChange } from './tell-of-change';

/** A link's token, where the person belongs, and the language in which the address that is left is told. */
interface ChangeEmail {
  readonly token: string;
  readonly orgId: string;
  readonly language: MailLanguage;
}

/**
 * Lets the holder of a link sign in with the address that it went to, once: of any number of tries at the same moment one succeeds.
 * Every session but the one that asked is over, and so is every other link by mail of the person; the old address is told. In the `auth`
 * scope with the organization. @throws Refusal `not_found` when the link was used or has run out; `duplicate` when the address has a login.
 */
export async function changeEmail(
  tx: Tx,
  { token, orgId, language }: ChangeEmail,
): Promise<{ email: string }> {
  const [used] = await tx
    .update(emailChanges)
    .set({ usedAt: sql`now()` })
    .where(isOpenLink(emailChanges, token))
    .returning({ userId: emailChanges.userId, email: emailChanges.email, sessionId: emailChanges.sessionId });
  if (!used) throw new Refusal('not_found', 'This link was used already or has run out. Ask for a new one.');
  const { userId, email, sessionId } = used;
  const [user] = await tx
    .select({ email: users.email, name: users.name })
    .from(users)
    .where(eq(users.id, userId))
    .for('update');
  if (!user) throw new Error('the user is gone');
  await takeAddress(tx, userId, email);
  await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId), isNull(sessions.revokedAt)));
  await endLinks(tx, userId);
  await tellOfChange(tx, orgId, { ...user, language }, 'email');
  await recordActivity(
    tx,
    { userId, name: user.name },
    {
      verb: 'user_email_changed',
      objectKind: 'user',
      objectId: userId,
      before: { email: user.email },
      after: { email },
    },
  );
  return { email };
}

/** The index of addresses decides, for a registration or an invitation may take one at the same moment. */
async function takeAddress(tx: Tx, userId: string, email: string): Promise<void> {
  try {
    await tx.update(users).set({ email }).where(eq(users.id, userId));
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Refusal('duplicate', 'That address has a login of its own already. Nothing was changed.');
  }
}
