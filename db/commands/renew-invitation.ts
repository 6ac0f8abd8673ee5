import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { newToken, tokenHash } from '@/lib/secret-token';
import { invitations } from '../schema/users';
import type { Tx } from '../scope';
import { lockInvitation } from './lock-invitation';
import { mailInvitation } from './mail-invitation';
import { recordActivity } from './record-activity';

/**
 * Makes another link for an invitation, good for 7 days again, and mails it; the one before opens nothing any more. Its token is
 * returned here and can never be read again. @throws Refusal `not_found` when it was used or withdrawn.
 */
export async function renewInvitation(
  tx: Tx,
  actor: StaffActor,
  { invitationId }: { readonly invitationId: string },
): Promise<{ token: string; email: string }> {
  const { email, name, role, customerId } = await lockInvitation(tx, invitationId);
  const token = newToken();
  await tx
    .update(invitations)
    .set({ tokenHash: tokenHash(token), expiresAt: sql`now() + interval '7 days'` })
    .where(eq(invitations.id, invitationId));
  await mailInvitation(tx, actor, { email, name, role, customerId, token });
  await recordActivity(tx, actor, {
    verb: 'invitation_renewed',
    objectKind: 'organization',
    objectId: actor.org.id,
    ...(customerId ? { customerId } : {}),
    after: { email, name, role },
  });
  return { token, email };
}
