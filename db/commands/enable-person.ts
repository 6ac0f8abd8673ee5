import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships } from '../schema/users';
import type { Tx } from '../scope';
import { lockMember } from './lock-member';
import { recordActivity } from './record-activity';
import { tellMember } from './tell-of-change';

/** Lets somebody who was disabled sign in again, in the same role. @throws Refusal `not_found`; `not_paused` when not disabled. */
export async function enablePerson(
  tx: Tx,
  actor: StaffActor,
  { membershipId }: { readonly membershipId: string },
): Promise<{ name: string }> {
  const member = await lockMember(tx, membershipId);
  const { name, email, role, userId, customerId, isActive } = member;
  if (isActive) throw new Refusal('not_paused', `${name} is not disabled.`);
  await tx.update(memberships).set({ revokedAt: null }).where(eq(memberships.id, membershipId));
  await tellMember(tx, actor, member, 'access');
  await recordActivity(tx, actor, {
    verb: 'person_enabled',
    objectKind: 'user',
    objectId: userId,
    ...(customerId ? { customerId } : {}),
    after: { name, email, role },
  });
  return { name };
}
