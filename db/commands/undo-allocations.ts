import { eq, inArray, or } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { inChunks } from '../chunks';
import { documents } from '../schema/documents';
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
export async function lockAllocation(tx: Tx, id: string): Promise<LiveAllocation> {
  const [seen] = await tx
    .select({ customerId: allocations.customerId })
    .from(allocations)
    .where(eq(allocations.id, id));
  if (!seen) throw new Refusal('not_found', 'That application of money does not exist.');
  await lockCustomer(tx, seen.customerId);
  const [allocation] = await liveAllocations(tx, inArray(allocations.id, [id]));
  if (!allocation) throw new Refusal('already_undone', 'This was already undone.');
  await assertApart(tx, allocation);
  return allocation;
}

/** A reversal is final; a discount, a write-off or a refund exists only as what it settles, and goes away whole. */
async function assertApart(tx: Tx, { debitItemId, creditItemId }: LiveAllocation): Promise<void> {
  const sides = await tx
    .select({
      itemId: openItems.id,
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      relatesToId: documents.relatesToId,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(inArray(openItems.id, [debitItemId, creditItemId]));
  if (sides.some((side) => side.kind === 'reversal'))
    throw new Refusal('cannot_reverse', 'A reversal is final. Post the document again instead.');
  const credit = sides.find((side) => side.itemId === creditItemId);
  const debit = sides.find((side) => side.itemId === debitItemId);
  const isPaidOut = debit && debit.relatesToId === credit?.documentId && ONE_WITH_CREDIT.has(debit.kind);
  const whole = credit && ONE_WITH_DEBIT.has(credit.kind) ? credit : isPaidOut ? debit : undefined;
  if (whole)
    throw new Refusal('cannot_reverse', `${whole.number} is taken back as a whole: void it instead.`);
}

const ONE_WITH_DEBIT = new Set<DocumentKind>(['write_off', 'discount']);
const ONE_WITH_CREDIT = new Set<DocumentKind>(['refund', 'credit_write_off', 'transfer_in']);

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
