import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships, sessions } from '../schema/users';
import type { Tx } from '../scope';
import { assertOtherAdmin, lockMember } from './lock-member';
import { recordActivity } from './record-activity';
import { tellMember } from './tell-of-change';

/**
 * Shuts somebody out of the books in scope: every browser is a visitor's with its next request, and no sign-in opens them again.
 * What the person did stays. @throws Refusal `not_found`; `already_ended`; `last_admin`; `invalid` for oneself.
 */
export async function disablePerson(
  tx: Tx,
  actor: StaffActor,
  { membershipId }: { readonly membershipId: string },
): Promise<{ name: string }> {
  const member = await lockMember(tx, membershipId);
  const { name, email, role, userId, customerId } = member;
  if (!member.isActive) throw new Refusal('already_ended', `${name} is disabled already.`);
  await assertOtherAdmin(tx, member);
  if (userId === actor.userId)
    throw new Refusal('invalid', 'You cannot disable yourself. Another administrator can.');
  await tx.update(memberships).set({ revokedAt: sql`now()` }).where(eq(memberships.id, membershipId));
  await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.membershipId, membershipId), isNull(sessions.revokedAt)));
  await tellMember(tx, actor, member, 'access');
  await recordActivity(tx, actor, {
    verb: 'person_disabled',
    objectKind: 'user',
    objectId: userId,
    ...(customerId ? { customerId } : {}),
    after: { name, email, role },
  });
  return { name };
}
