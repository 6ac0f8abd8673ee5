import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { newToken, tokenHash } from '@/lib/secret-token';
import { invitations, memberships, users } from '../schema/users';
import type { Tx } from '../scope';
import { mailInvitation } from './mail-invitation';
import { recordActivity } from './record-activity';

/** Whom to let in, and as what. A person of a customer names the customer. */
export type InviteUser = { readonly email: string; readonly name: string } & (
  | { readonly role: 'admin' | 'manager' }
  | { readonly role: 'customer'; readonly customerId: string }
);

/**
 * Makes a link that lets somebody in once within 7 days, and mails it. Its token is returned here and can never be read again.
 * @throws Refusal `not_found` when the customer is not there, `invalid` when mail cannot go to the address, `duplicate` when the
 * person signs in already.
 */
export async function inviteUser(tx: Tx, actor: StaffActor, input: InviteUser): Promise<{ token: string }> {
  const customerId = input.role === 'customer' ? input.customerId : null;
  const { email, name, role } = input;
  await assertNew(tx, email, customerId);
  const token = newToken();
  await tx.insert(invitations).values({
    tokenHash: tokenHash(token),
    orgId: actor.org.id,
    email,
    name,
    role,
    customerId,
    // Whom the business itself lets in answers for the account, and may let colleagues in.
    isOwner: customerId !== null,
    expiresAt: sql`now() + interval '7 days'`,
  });
  await mailInvitation(tx, actor, { email, name, role, customerId, token });
  await recordActivity(tx, actor, {
    verb: 'user_invited',
    objectKind: 'organization',
    objectId: actor.org.id,
    ...(customerId ? { customerId } : {}),
    after: { email, name, role },
  });
  return { token };
}

async function assertNew(tx: Tx, email: string, customerId: string | null): Promise<void> {
  const [member] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        sql`lower(${users.email}) = ${email.toLowerCase()}`,
        isNull(memberships.revokedAt),
        customerId === null ? isNull(memberships.customerId) : eq(memberships.customerId, customerId),
      ),
    );
  if (member) throw new Refusal('duplicate', `${email} signs in already.`, 'email');
}
