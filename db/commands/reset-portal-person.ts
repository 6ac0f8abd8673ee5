import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { mailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { memberships, sessions, users } from '../schema/users';
import type { Tx } from '../scope';
import { askPasswordReset } from './ask-password-reset';
import { recordActivity } from './record-activity';

/**
 * Signs a person of a customer out of its portal everywhere, and mails them a link to a new password. The link goes to nobody
 * else: the login may open accounts of other businesses too. In the `auth` scope of the organization.
 * @throws Refusal `not_found` when they are not let in (any more).
 */
export async function resetPortalPerson(
  tx: Tx,
  actor: StaffActor,
  {
    customerId,
    membershipId,
    language,
  }: { readonly customerId: string; readonly membershipId: string; readonly language: string },
): Promise<{ name: string; email: string }> {
  const { org } = actor;
  const [person] = await tx
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.id, membershipId),
        eq(memberships.orgId, org.id),
        eq(memberships.customerId, customerId),
        isNull(memberships.revokedAt),
      ),
    );
  if (!person) throw new Refusal('not_found', 'That person is not let in any more. Reload the page.');
  await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.membershipId, membershipId), isNull(sessions.revokedAt)));
  const { userId, name, email } = person;
  await askPasswordReset(tx, { userId, name, orgId: org.id }, { email, language: mailLanguage(language) });
  await recordActivity(tx, actor, {
    verb: 'portal_person_reset',
    objectKind: 'user',
    objectId: userId,
    customerId,
    after: { name, email },
  });
  return { name, email };
}
