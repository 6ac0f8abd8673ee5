import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { memberships, sessions } from '../schema/users';
import type { Tx } from '../scope';

/**
 * Goes on, in the same browser, with another customer's account of the same login; never with the books of a business, which
 * ask for more at the door. In the `auth` scope.
 * @throws Refusal `not_found` when that account is not, or no longer, theirs.
 */
export async function chooseAccount(
  tx: Tx,
  { userId, sessionId, membershipId }: Record<'userId' | 'sessionId' | 'membershipId', string>,
): Promise<void> {
  const [theirs] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.id, membershipId),
        eq(memberships.userId, userId),
        eq(memberships.role, 'customer'),
        isNull(memberships.revokedAt),
      ),
    );
  if (!theirs) throw new Refusal('not_found', 'That account is not open to you any more.');
  await tx
    .update(sessions)
    .set({ membershipId, viewingCustomerId: null })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}
