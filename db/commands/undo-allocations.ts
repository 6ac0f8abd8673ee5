import { and, eq, inArray, or } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { inChunks } from '../chunks';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { type LiveAllocation, liveAllocations, undoAll } from './live-allocations';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';
import { takeBack } from './take-back';

/** Which application to take back. */
export interface UndoAllocation {
  readonly allocationId: string;
  /** Left out: all of it. */
  readonly amountMinor?: Minor;
  /** The day on which it takes effect. Left out: the day of the application itself, moved past the lock date. */
  readonly on?: PlainDate;
}

/**
 * Takes one allocation back, or a part of it: the invoice and the credit are open again by that. A negative row; nothing
 * is deleted. What settles a reversed document with its reversal stays, or the reversed money could be spent again.
 * @throws Refusal `not_found`, `already_undone`, `cannot_reverse`, `amount_must_be_positive`, `exceeds_remaining`.
 */
export async function undoAllocation(
  tx: Tx,
  actor: Actor,
  input: UndoAllocation,
): Promise<{ allocationId: string }> {
  const allocation = await lockAllocation(tx, input.allocationId);
  const amountMinor = input.amountMinor ?? allocation.amountMinor;
  await takeBack(tx, actor, [{ allocation, amountMinor }], input.on);
  await recordActivity(tx, actor, {
    verb: 'allocation_undone',
    objectKind: 'allocation',
    objectId: allocation.id,
    customerId: allocation.customerId,
    before: { amountMinor, currency: allocation.currency },
  });
  return { allocationId: allocation.id };
}

/**
 * An application that can be taken back; its customer is locked.
 * @throws Refusal `not_found`, `already_undone`, `cannot_reverse`.
 */
async function lockAllocation(tx: Tx, id: string): Promise<LiveAllocation> {
  const [seen] = await tx
    .select({ customerId: allocations.customerId })
    .from(allocations)
    .where(eq(allocations.id, id));
  if (!seen) throw new Refusal('not_found', 'That application of money does not exist.');
  await lockCustomer(tx, seen.customerId);
  const [allocation] = await liveAllocations(tx, inArray(allocations.id, [id]));
  if (!allocation) throw new Refusal('already_undone', 'This was already undone.');
  await assertNoReversal(tx, [allocation.debitItemId, allocation.creditItemId]);
  return allocation;
}

async function assertNoReversal(tx: Tx, itemIds: readonly string[]): Promise<void> {
  const [reversal] = await tx
    .select({ id: openItems.id })
    .from(openItems)
    .where(and(inArray(openItems.id, [...itemIds]), eq(openItems.kind, 'reversal')));
  if (reversal) throw new Refusal('cannot_reverse', 'A reversal is final. Post the document again instead.');
}

/** Undoes every live allocation of these items. The caller holds the customers' locks. Answers how many there were. */
export async function undoAllocationsOf(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  itemIds: readonly string[],
  on?: PlainDate,
): Promise<number> {
  let undone = 0;
  await inChunks([...itemIds], async (chunk) => {
    const touching = or(inArray(allocations.debitItemId, chunk), inArray(allocations.creditItemId, chunk));
    const live = await liveAllocations(tx, touching);
    await undoAll(tx, actor, live, on);
    undone += live.length;
  });
  return undone;
}
