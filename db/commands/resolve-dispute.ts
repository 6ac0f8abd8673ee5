import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Ends a dispute: what is still open of it is owed again, with its original due day.
 * @throws Refusal `not_found`, `already_undone` when it has ended before.
 */
export async function resolveDispute(
  tx: Tx,
  actor: Actor,
  { disputeId, resolution }: { readonly disputeId: string; readonly resolution: string },
): Promise<{ disputeId: string }> {
  const [seen] = await tx
    .select({ customerId: disputes.customerId })
    .from(disputes)
    .where(eq(disputes.id, disputeId));
  if (!seen) throw new Refusal('not_found', 'That dispute does not exist.');
  const { customerId } = seen;
  await lockCustomer(tx, customerId);
  const [dispute] = await tx
    .select({
      amountMinor: disputes.amountMinor,
      reason: disputes.reason,
      resolvedAt: disputes.resolvedAt,
      number: documents.number,
      currency: documents.currency,
    })
    .from(disputes)
    .innerJoin(documents, eq(documents.id, disputes.documentId))
    .where(eq(disputes.id, disputeId));
  if (!dispute || dispute.resolvedAt)
    throw new Refusal('already_undone', 'That dispute has already been resolved.');
  await tx
    .update(disputes)
    .set({ resolvedAt: sql`now()`, resolvedBy: actor.userId, resolution })
    .where(eq(disputes.id, disputeId));
  const { resolvedAt: _, ...before } = dispute;
  await recordActivity(tx, actor, {
    verb: 'dispute_resolved',
    objectKind: 'dispute',
    objectId: disputeId,
    customerId,
    before,
    after: { resolution },
  });
  return { disputeId };
}
