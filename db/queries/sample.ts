import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { sampleEmail, samplePassword } from '@/lib/sample/login';
import { organizations } from '../schema/organizations';
import { memberships, users } from '../schema/users';
import { withScope } from '../scope';

/** How to sign in as one of the three people of the sample books. */
export interface SampleLogin {
  readonly role: Actor['role'];
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * The logins of the sample books that still have their first password: admin, manager, customer. Null when there are
 * no sample books, or they are not complete yet.
 */
export async function sampleLogins(): Promise<{ logins: SampleLogin[] } | null> {
  const people = await withScope({ kind: 'auth' }, 'read', (tx) =>
    tx
      .select({
        orgId: organizations.id,
        role: memberships.role,
        name: users.name,
        email: users.email,
        passwordVersion: users.passwordVersion,
      })
      .from(organizations)
      .innerJoin(memberships, and(eq(memberships.orgId, organizations.id), isNull(memberships.revokedAt)))
      .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
      .where(eq(organizations.isSample, true))
      .orderBy(
        asc(organizations.createdAt),
        sql`array_position(array['admin', 'manager', 'customer'], ${memberships.role})`,
      ),
  );
  // Somebody may have been invited into the sample, with an address and a password of their own.
  const own = people.filter(({ email, orgId, role }) => email === sampleEmail(orgId, role));
  // The customer's person is made last: with it the books are complete.
  const complete = own.find(({ role }) => role === 'customer')?.orgId;
  if (complete === undefined) return null;
  const logins = own
    .filter(({ orgId, passwordVersion }) => orgId === complete && passwordVersion === 1)
    .map(({ orgId, role, name, email }) => ({ role, name, email, password: samplePassword(orgId, role) }));
  return { logins };
}
