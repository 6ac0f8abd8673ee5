import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships, users } from '../schema/users';
import type { Tx } from '../scope';

/** Somebody who signs in to the books in scope, or did. */
export interface Member {
  readonly membershipId: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Actor['role'];
  readonly customerId: string | null;
  readonly isActive: boolean;
}

/**
 * The member with this id, who stays as found until the transaction ends. All administrators are held first, in one order: of two
 * who take each other's role away the second one waits. @throws Refusal `not_found`.
 */
export async function lockMember(tx: Tx, membershipId: string): Promise<Member> {
  await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.role, 'admin'))
    .orderBy(asc(memberships.id))
    .for('no key update');
  const [found] = await tx
    .select({
      membershipId: memberships.id,
      userId: users.id,
      email: users.email,
      name: users.name,
      role: memberships.role,
      customerId: memberships.customerId,
      revokedAt: memberships.revokedAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.id, membershipId))
    .for('no key update', { of: memberships });
  if (!found) throw new Refusal('not_found', 'That person is not among yours.');
  const { revokedAt, ...member } = found;
  return { ...member, isActive: revokedAt === null };
}

/** @throws Refusal `last_admin` when nobody but this member could administer the books. Call it while the member is held. */
export async function assertOtherAdmin(tx: Tx, { membershipId, role, isActive }: Member): Promise<void> {
  if (role !== 'admin' || !isActive) return;
  const [other] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.role, 'admin'),
        isNull(memberships.revokedAt),
        isNull(users.disabledAt),
        ne(memberships.id, membershipId),
      ),
    )
    .limit(1);
  if (!other)
    throw new Refusal(
      'last_admin',
      'This is the last administrator. Make somebody else one first, or nobody could change the settings.',
    );
}
