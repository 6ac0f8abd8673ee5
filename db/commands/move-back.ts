import type { Actor } from '@/lib/actor';
import type { Tx } from '../scope';
import { moveAllocation } from './move-allocation';
import { lockAllocation } from './undo-allocations';

/** Applications that a move made, and the invoice that the money had been on. */
export interface MoveBack {
  readonly allocationIds: readonly string[];
  readonly debitId: string;
}

/** Moves money back to the invoice that it was on: the undo of a move. @throws Refusal as `moveAllocation`. */
export async function moveBack(
  tx: Tx,
  actor: Actor,
  { allocationIds, debitId }: MoveBack,
): Promise<{ allocationIds: string[] }> {
  const back: string[] = [];
  for (const allocationId of allocationIds) {
    const { amountMinor } = await lockAllocation(tx, allocationId);
    const moved = await moveAllocation(tx, actor, { allocationId, to: [{ debitId, amountMinor }] });
    back.push(...moved.allocationIds);
  }
  return { allocationIds: back };
}
