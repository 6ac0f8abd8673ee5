import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Says who is to settle a dispute; null for nobody.
 * @throws Refusal `not_found`, `already_undone` when it has been resolved.
 */
export async function assignDispute(
  tx: Tx,
  actor: Actor,
  { disputeId, owner }: { readonly disputeId: string; readonly owner: string | null },
): Promise<{ disputeId: string }> {
  const [seen] = await tx
    .select({ customerId: disputes.customerId })
    .from(disputes)
    .where(eq(disputes.id, disputeId));
  if (!seen) throw new Refusal('not_found', 'That dispute does not exist.');
  const { customerId } = seen;
  await lockCustomer(tx, customerId);
  const [dispute] = await tx
    .select({ owner: disputes.owner, resolvedAt: disputes.resolvedAt, number: documents.number })
    .from(disputes)
    .innerJoin(documents, eq(documents.id, disputes.documentId))
    .where(eq(disputes.id, disputeId));
  if (!dispute || dispute.resolvedAt)
    throw new Refusal('already_undone', 'That dispute has already been resolved.');
  if (dispute.owner === owner) return { disputeId };
  await tx.update(disputes).set({ owner }).where(eq(disputes.id, disputeId));
  const { number } = dispute;
  await recordActivity(tx, actor, {
    verb: 'dispute_assigned',
    objectKind: 'dispute',
    objectId: disputeId,
    customerId,
    before: { number, owner: dispute.owner },
    after: { number, owner },
  });
  return { disputeId };
}
