import { and, eq, isNull } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { invitations } from '../schema/users';
import type { Tx } from '../scope';

/** An invitation that nobody has accepted, late or not, held until the transaction ends. @throws Refusal `not_found`. */
export async function lockInvitation(tx: Tx, invitationId: string) {
  const [invitation] = await tx
    .select({
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      customerId: invitations.customerId,
    })
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isNull(invitations.usedAt)))
    .for('update');
  if (!invitation)
    throw new Refusal('not_found', 'This invitation was accepted or withdrawn already. Reload the page.');
  return invitation;
}
