import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { allocations } from '../schema/open-items';
import type { Tx } from '../scope';
import { applyCredit } from './apply-credit';

/**
 * Applies again what an allocation that was taken back had applied: the undo of an undo. It is a new allocation; the old
 * one and its undoing stay.
 * @throws Refusal `not_found`, and as `applyCredit` when either side has less open by now.
 */
export async function reapplyAllocation(
  tx: Tx,
  actor: Actor,
  { allocationId }: { readonly allocationId: string },
): Promise<{ allocationIds: string[] }> {
  const [before] = await tx
    .select({
      debitItemId: allocations.debitItemId,
      creditItemId: allocations.creditItemId,
      amountMinor: allocations.amountMinor,
    })
    .from(allocations)
    .where(eq(allocations.id, allocationId));
  if (!before || before.amountMinor <= 0)
    throw new Refusal('not_found', 'That application of money does not exist.');
  return applyCredit(tx, actor, [before]);
}
