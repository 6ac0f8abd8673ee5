import { eq, sql } from 'drizzle-orm';
import type { MailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { isOpenLink } from '../open-links';
import { passwordResets, users } from '../schema/users';
import type { Tx } from '../scope';
import { endLinks } from './end-links';
import { recordActivity } from './record-activity';
import { tellOfChange } from './tell-of-change';

/** A link's token, the new password, hashed, and where the person belongs. */
interface ResetPassword {
  readonly token: string;
  readonly passwordHash: string;
  readonly orgId: string;
  readonly language: MailLanguage;
}

/**
 * Gives the holder of a link a new password, once: of any number of tries at the same moment one succeeds. Every session and
 * every other link by mail of the person is over. In the `auth` scope with the organization.
 * @throws Refusal `not_found` when the link was used or has run out.
 */
export async function resetPassword(
  tx: Tx,
  { token, passwordHash, orgId, language }: ResetPassword,
): Promise<{ email: string }> {
  const [used] = await tx
    .update(passwordResets)
    .set({ usedAt: sql`now()` })
    .where(isOpenLink(passwordResets, token))
    .returning({ userId: passwordResets.userId });
  if (!used) throw new Refusal('not_found', 'This link was used already or has run out. Ask for a new one.');
  const [user] = await tx
    .update(users)
    .set({ passwordHash, passwordVersion: sql`${users.passwordVersion} + 1` })
    .where(eq(users.id, used.userId))
    .returning({ email: users.email, name: users.name });
  if (!user) throw new Error('the user is gone');
  await endLinks(tx, used.userId);
  await tellOfChange(tx, orgId, { ...user, language }, 'password');
  await recordActivity(
    tx,
    { userId: used.userId, name: user.name },
    { verb: 'password_changed', objectKind: 'user', objectId: used.userId },
  );
  return { email: user.email };
}
