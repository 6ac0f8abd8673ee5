import { sql } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { newToken, tokenHash } from '@/lib/secret-token';
import { invitations } from '../schema/users';
import type { Tx } from '../scope';
import { assertOwner } from './portal-owner';
import { recordActivity } from './record-activity';

/**
 * Makes a link that lets a colleague into the same portal, once within 7 days. Its token is returned here and can never be read
 * again. In the `auth` scope of the organization.
 * @throws Refusal `forbidden` when the actor does not answer for the account, `invalid` for the own address.
 */
export async function inviteColleague(
  tx: Tx,
  actor: CustomerActor & { readonly userId: string },
  { email, name, ownEmail }: { readonly email: string; readonly name: string; readonly ownEmail: string },
): Promise<{ token: string }> {
  await assertOwner(tx, actor);
  if (email.toLowerCase() === ownEmail.toLowerCase())
    throw new Refusal('invalid', 'That is your own address. Enter your colleague’s.', 'email');
  const { customerId, org } = actor;
  const token = newToken();
  await tx.insert(invitations).values({
    tokenHash: tokenHash(token),
    orgId: org.id,
    email,
    name,
    role: 'customer',
    customerId,
    expiresAt: sql`now() + interval '7 days'`,
  });
  await recordActivity(tx, actor, {
    verb: 'user_invited',
    objectKind: 'organization',
    objectId: org.id,
    customerId,
    after: { email, name, role: 'customer' },
  });
  return { token };
}
