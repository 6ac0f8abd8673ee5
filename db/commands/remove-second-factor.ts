import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Actor, StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import { memberships, recoveryCodes, users } from '../schema/users';
import type { Tx } from '../scope';
import { ownPerson } from './own-person';
import { recordActivity } from './record-activity';
import { tellOfChange } from './tell-of-change';

/**
 * From now on the actor signs in without a code. In the `auth` scope.
 * @throws Refusal `forbidden` while a business that the actor works for asks everybody for one.
 */
export async function removeOwnSecondFactor(
  tx: Tx,
  actor: Actor & { readonly userId: string },
): Promise<void> {
  const [asked] = await tx
    .select({ name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(
      and(
        eq(memberships.userId, actor.userId),
        isNull(memberships.revokedAt),
        ne(memberships.role, 'customer'),
        eq(organizations.requiresSecondFactor, true),
      ),
    )
    .limit(1);
  if (asked) throw new Refusal('forbidden', `${asked.name} asks everybody for a second factor. It stays.`);
  await withoutFactor(tx, actor.userId);
  await recordActivity(tx, actor, {
    verb: 'second_factor_removed',
    objectKind: 'user',
    objectId: actor.userId,
  });
}

/**
 * Takes away the second factor of somebody who lost it; the password stays. In the `auth` scope of the organization.
 * @throws Refusal `not_found`; `forbidden` for somebody who signs in to other books too; `invalid` without a second factor.
 */
export async function removeSecondFactorOf(
  tx: Tx,
  actor: StaffActor,
  { membershipId }: { readonly membershipId: string },
): Promise<{ name: string }> {
  const { userId, name, email, customerId, totpSince } = await ownPerson(tx, actor, membershipId);
  if (totpSince === null) throw new Refusal('invalid', `${name} has no second factor.`);
  await withoutFactor(tx, userId);
  await tellOfChange(tx, actor.org.id, { name, email, language: 'en' }, 'second_factor');
  await recordActivity(tx, actor, {
    verb: 'second_factor_removed',
    objectKind: 'user',
    objectId: userId,
    ...(customerId ? { customerId } : {}),
    after: { name, email },
  });
  return { name };
}

async function withoutFactor(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({ totpSecret: null, totpSince: null, totpStep: null })
    .where(eq(users.id, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}
