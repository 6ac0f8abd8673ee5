import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { sessions } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * From now on the session of somebody of the business is shown the portal of a customer, in which it can change nothing; null
 * ends that. In the `auth` scope of the organization.
 */
export async function lookAtPortal(
  tx: Tx,
  actor: StaffActor & { readonly userId: string },
  { sessionId, customerId }: { readonly sessionId: string; readonly customerId: string | null },
): Promise<void> {
  await tx
    .update(sessions)
    .set({ viewingCustomerId: customerId })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)));
  if (customerId === null) return;
  await recordActivity(tx, actor, {
    verb: 'portal_viewed',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
  });
}
