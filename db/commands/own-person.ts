import { and, eq, isNull, ne } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships, users } from '../schema/users';
import type { Tx } from '../scope';

/**
 * A member of the actor's organization who belongs to no other, held until the transaction ends. In the `auth` scope, which sees
 * everybody. @throws Refusal `not_found`, `forbidden`.
 */
export async function ownPerson(tx: Tx, { org }: StaffActor, membershipId: string) {
  const [person] = await tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      customerId: memberships.customerId,
      totpSince: users.totpSince,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(eq(memberships.id, membershipId), eq(memberships.orgId, org.id), isNull(memberships.revokedAt)),
    )
    .for('no key update', { of: users });
  if (!person) throw new Refusal('not_found', 'That person is not among yours, or is disabled.');
  const [elsewhere] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, person.userId),
        ne(memberships.orgId, org.id),
        isNull(memberships.revokedAt),
      ),
    )
    .limit(1);
  if (elsewhere)
    throw new Refusal(
      'forbidden',
      `${person.name} signs in to the books of another business too, which this would open. Disable the person and invite another address.`,
    );
  return person;
}
