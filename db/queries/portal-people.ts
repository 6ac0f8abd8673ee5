import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { customers } from '../schema/customers';
import { organizations } from '../schema/organizations';
import { memberships, sessions, users } from '../schema/users';
import type { Tx } from '../scope';

/** Somebody who is let into the portal of a customer. */
export interface PortalPerson {
  readonly membershipId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Whether they may let colleagues in and close the account. */
  readonly isOwner: boolean;
  /** When they last used it; null when never. */
  readonly seenAt: Date | null;
}

/** The people of a customer of an organization, in order of their names, at most 100. For the `auth` scope. */
export async function portalPeople(
  tx: Tx,
  { orgId, customerId }: { readonly orgId: string; readonly customerId: string },
): Promise<PortalPerson[]> {
  return tx
    .select({
      membershipId: memberships.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      isOwner: memberships.isOwner,
      seenAt:
        sql<Date | null>`(select max(s.seen_at) from ${sessions} s where s.membership_id = ${memberships.id})`.mapWith(
          (text: string | Date) => new Date(text),
        ),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.orgId, orgId),
        eq(memberships.customerId, customerId),
        isNull(memberships.revokedAt),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(users.name), asc(memberships.id))
    .limit(100);
}

/** An account that somebody may look at with the same login. */
export interface OwnAccount {
  readonly membershipId: string;
  /** The business that is owed, and the customer that owes. */
  readonly seller: string;
  readonly customer: string;
}

/** Every customer's account that a login opens, the newest first, at most 50. For the `auth` scope. */
export async function ownAccounts(tx: Tx, userId: string): Promise<OwnAccount[]> {
  return tx
    .select({ membershipId: memberships.id, seller: organizations.name, customer: customers.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .innerJoin(
      customers,
      and(eq(customers.orgId, memberships.orgId), eq(customers.id, memberships.customerId)),
    )
    .where(and(eq(memberships.userId, userId), isNull(memberships.revokedAt)))
    .orderBy(desc(memberships.createdAt), asc(memberships.id))
    .limit(50);
}
