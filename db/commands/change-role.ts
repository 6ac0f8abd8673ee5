import { eq } from 'drizzle-orm';
import type { StaffActor, StaffRole } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships } from '../schema/users';
import type { Tx } from '../scope';
import { assertOtherAdmin, lockMember } from './lock-member';
import { recordActivity } from './record-activity';
import { tellMember } from './tell-of-change';

/** Whose role, and what it becomes. */
export interface ChangeRole {
  readonly membershipId: string;
  readonly role: StaffRole;
}

/**
 * Gives somebody of the staff another role, from the next request on.
 * @throws Refusal `not_found`; `invalid` for a customer's person; `last_admin`.
 */
export async function changeRole(
  tx: Tx,
  actor: StaffActor,
  { membershipId, role }: ChangeRole,
): Promise<{ name: string; changed: boolean }> {
  const member = await lockMember(tx, membershipId);
  const { name, email, userId } = member;
  if (member.role === 'customer')
    throw new Refusal(
      'invalid',
      'A person of a customer sees that customer’s account and has no other role.',
    );
  if (member.role === role) return { name, changed: false };
  await assertOtherAdmin(tx, member);
  await tx.update(memberships).set({ role }).where(eq(memberships.id, membershipId));
  await tellMember(tx, actor, member, 'role');
  await recordActivity(tx, actor, {
    verb: 'role_changed',
    objectKind: 'user',
    objectId: userId,
    before: { name, email, role: member.role },
    after: { name, email, role },
  });
  return { name, changed: true };
}
