import { and, eq, isNull } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships } from '../schema/users';
import type { Tx } from '../scope';

/** In the `auth` scope. @throws Refusal `forbidden` unless the actor answers for the customer's account at this moment. */
export async function assertOwner(
  tx: Tx,
  { userId, customerId, org }: CustomerActor & { readonly userId: string },
): Promise<void> {
  const [owner] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.orgId, org.id),
        eq(memberships.customerId, customerId),
        eq(memberships.userId, userId),
        eq(memberships.isOwner, true),
        isNull(memberships.revokedAt),
      ),
    );
  if (!owner)
    throw new Refusal('forbidden', 'Only who answers for the account can do this. Nothing was changed.');
}
