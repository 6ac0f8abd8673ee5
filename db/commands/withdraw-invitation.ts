import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { invitations } from '../schema/users';
import type { Tx } from '../scope';
import { lockInvitation } from './lock-invitation';
import { recordActivity } from './record-activity';

/** Takes an invitation back: its link opens nothing any more. @throws Refusal `not_found` when it was used or withdrawn. */
export async function withdrawInvitation(
  tx: Tx,
  actor: StaffActor,
  { invitationId }: { readonly invitationId: string },
): Promise<{ email: string }> {
  const { email, name, role, customerId } = await lockInvitation(tx, invitationId);
  await tx.delete(invitations).where(eq(invitations.id, invitationId));
  await recordActivity(tx, actor, {
    verb: 'invitation_withdrawn',
    objectKind: 'organization',
    objectId: actor.org.id,
    ...(customerId ? { customerId } : {}),
    before: { email, name, role },
  });
  return { email };
}
