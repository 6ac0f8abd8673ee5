import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { tokenHash } from '@/lib/secret-token';
import { invitations, memberships, users } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** A link's token and how its holder will sign in: with a new password, or with the login just proven. */
export interface AcceptInvitation {
  readonly token: string;
  readonly name: string;
  readonly login: { readonly passwordHash: string } | { readonly userId: string };
}

/**
 * Lets the holder of an invitation in, once: of any number of tries at the same moment one succeeds. In the
 * `auth` scope with the invitation's organization.
 * @throws Refusal `not_found` when it was used or has run out, `duplicate` when the e-mail address has got a login.
 */
export async function acceptInvitation(
  tx: Tx,
  { token, name, login }: AcceptInvitation,
): Promise<{ userId: string; email: string }> {
  const [invitation] = await tx
    .update(invitations)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(invitations.tokenHash, tokenHash(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    )
    .returning();
  if (!invitation)
    throw new Refusal('not_found', 'This invitation was used already or has run out. Ask for a new one.');
  const { email, orgId, role, customerId, isOwner } = invitation;
  const userId =
    'userId' in login
      ? await ownLogin(tx, login.userId, email)
      : await newLogin(tx, { email, name, ...login });
  await join(tx, { orgId, userId, role, customerId, isOwner });
  await recordActivity(
    tx,
    { userId, name },
    {
      verb: 'invitation_accepted',
      objectKind: 'user',
      objectId: userId,
      ...(customerId ? { customerId } : {}),
      after: { email, role },
    },
  );
  return { userId, email };
}

async function ownLogin(tx: Tx, userId: string, email: string): Promise<string> {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), sql`lower(${users.email}) = lower(${email})`));
  if (!user) throw new Refusal('not_found', 'This invitation is for another e-mail address.');
  return user.id;
}

async function newLogin(
  tx: Tx,
  login: { email: string; name: string; passwordHash: string },
): Promise<string> {
  const [user] = await tx.insert(users).values(login).onConflictDoNothing().returning({ id: users.id });
  if (user) return user.id;
  throw new Refusal('duplicate', 'You have a login already. Open the link again and enter its password.');
}

/** Somebody who left and is asked back gets the old membership again; who is there already on the staff stays as he is. */
async function join(
  tx: Tx,
  membership: {
    orgId: string;
    userId: string;
    role: Actor['role'];
    customerId: string | null;
    isOwner: boolean;
  },
): Promise<void> {
  await tx
    .insert(memberships)
    .values(membership)
    .onConflictDoUpdate({
      target: [memberships.orgId, memberships.userId, memberships.customerId],
      set: { role: membership.role, isOwner: membership.isOwner, revokedAt: null },
      setWhere: sql`${memberships.revokedAt} is not null or ${memberships.role} = 'customer'`,
    });
}
