import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { newToken, tokenHash } from '@/lib/secret-token';
import { customers } from '../schema/customers';
import { invitations } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Whom to let in, and as what. A person of a customer names the customer. */
export type InviteUser = { readonly email: string; readonly name: string } & (
  | { readonly role: 'admin' | 'manager' }
  | { readonly role: 'customer'; readonly customerId: string }
);

/**
 * Makes a link that lets somebody in once within 7 days. Its token is returned here and can never be read again.
 * @throws Refusal `not_found` when the customer is not there.
 */
export async function inviteUser(tx: Tx, actor: StaffActor, input: InviteUser): Promise<{ token: string }> {
  const customerId = input.role === 'customer' ? input.customerId : null;
  if (customerId) await assertCustomer(tx, customerId);
  const { email, name, role } = input;
  const token = newToken();
  await tx.insert(invitations).values({
    tokenHash: tokenHash(token),
    orgId: actor.org.id,
    email,
    name,
    role,
    customerId,
    expiresAt: sql`now() + interval '7 days'`,
  });
  await recordActivity(tx, actor, {
    verb: 'user_invited',
    objectKind: 'organization',
    objectId: actor.org.id,
    ...(customerId ? { customerId } : {}),
    after: { email, name, role },
  });
  return { token };
}

async function assertCustomer(tx: Tx, customerId: string): Promise<void> {
  const [customer] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
}
