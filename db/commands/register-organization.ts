import { usualPaper } from '@/lib/domain/paper-size';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import { memberships, users } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** A new business and the person who runs it. `orgId` is the one that the scope names. */
export interface RegisterOrganization {
  readonly orgId: string;
  readonly orgName: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
}

/**
 * Creates a business and its first administrator. In the `auth` scope with `org: { id: input.orgId }`.
 * @throws Refusal `duplicate` when the e-mail address has a login already.
 */
export async function registerOrganization(
  tx: Tx,
  input: RegisterOrganization,
): Promise<{ userId: string; membershipId: string }> {
  const { orgId, orgName, currency, timeZone, name, email, passwordHash } = input;
  const [user] = await tx
    .insert(users)
    .values({ name, email, passwordHash })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!user)
    throw new Refusal('duplicate', 'That e-mail already has a login here. Sign in with it instead.', 'email');
  await tx.insert(organizations).values({
    id: orgId,
    name: orgName,
    currency,
    timeZone,
    paper: usualPaper(currency, timeZone),
  });
  const [membership] = await tx
    .insert(memberships)
    .values({ orgId, userId: user.id, role: 'admin' })
    .returning({ id: memberships.id });
  if (!membership) throw new Error('insert returned no row');
  await recordActivity(
    tx,
    { userId: user.id, name },
    {
      verb: 'organization_registered',
      objectKind: 'organization',
      objectId: orgId,
      after: { name: orgName, currency, timeZone, administrator: email },
    },
  );
  return { userId: user.id, membershipId: membership.id };
}
