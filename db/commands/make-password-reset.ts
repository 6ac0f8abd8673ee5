import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { newToken, tokenHash } from '@/lib/secret-token';
import { passwordResets } from '../schema/users';
import type { Tx } from '../scope';
import { ownPerson } from './own-person';
import { recordActivity } from './record-activity';

/**
 * Makes a link with which a member of the actor's organization chooses a new password, once, within a day. Its token is returned
 * here and can never be read again; links made before for the person open nothing any more. In the `auth` scope of the organization.
 * @throws Refusal `not_found`; `forbidden` for somebody who signs in to other books too: these would be opened as well.
 */
export async function makePasswordReset(
  tx: Tx,
  actor: StaffActor,
  { membershipId }: { readonly membershipId: string },
): Promise<{ token: string; name: string }> {
  const person = await ownPerson(tx, actor, membershipId);
  const { userId, name, email, customerId } = person;
  await tx
    .update(passwordResets)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
  const token = newToken();
  await tx.insert(passwordResets).values({
    tokenHash: tokenHash(token),
    userId,
    expiresAt: sql`now() + interval '1 day'`,
  });
  await recordActivity(tx, actor, {
    verb: 'password_reset_made',
    objectKind: 'user',
    objectId: userId,
    ...(customerId ? { customerId } : {}),
    after: { name, email },
  });
  return { token, name };
}
