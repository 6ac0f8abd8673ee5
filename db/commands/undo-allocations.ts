import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { inChunks } from '../chunks';
import { insertRows } from '../insert-rows';
import { firstOpenDay, lockDate } from '../queries/lock-date';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

const undo = alias(allocations, 'undo');

/**
 * Takes one allocation back: the invoice and the credit are open again by its amount. It takes effect on `on`, or
 * on the day of the allocation itself, moved past the lock date. A negative row; nothing is deleted. What settles a
 * reversed document with its reversal stays, or the reversed money could be spent again.
 * @throws Refusal `not_found`, `already_undone`, `cannot_reverse`.
 */
export async function undoAllocation(
  tx: Tx,
  actor: Actor,
  input: { readonly allocationId: string; readonly on?: PlainDate },
): Promise<{ allocationId: string }> {
  const [seen] = await tx
    .select({ customerId: allocations.customerId })
    .from(allocations)
    .where(eq(allocations.id, input.allocationId));
  if (!seen) throw new Refusal('not_found', 'That application of money does not exist.');
  await lockCustomer(tx, seen.customerId);
  const live = await liveAllocations(tx, inArray(allocations.id, [input.allocationId]));
  const [allocation] = live;
  if (!allocation) throw new Refusal('already_undone', 'This was already undone.');
  await assertNoReversal(tx, [allocation.debitItemId, allocation.creditItemId]);
  await undoAll(tx, actor, live, input.on);
  await recordActivity(tx, actor, {
    verb: 'allocation_undone',
    objectKind: 'allocation',
    objectId: allocation.id,
    customerId: seen.customerId,
    before: { amountMinor: allocation.amountMinor, currency: allocation.currency },
  });
  return { allocationId: allocation.id };
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

function liveAllocations(tx: Tx, where: ReturnType<typeof or>) {
  return tx
    .select({
      id: allocations.id,
      customerId: allocations.customerId,
      currency: allocations.currency,
      debitItemId: allocations.debitItemId,
      creditItemId: allocations.creditItemId,
      amountMinor: allocations.amountMinor,
      effectiveOn: allocations.effectiveOn,
    })
    .from(allocations)
    .leftJoin(undo, eq(undo.reversesId, allocations.id))
    .where(and(where, isNull(allocations.reversesId), isNull(sql`${undo.id}`)));
}

async function undoAll(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  live: Awaited<ReturnType<typeof liveAllocations>>,
  on: PlainDate | undefined,
): Promise<void> {
  const lockedOn = await lockDate(tx);
  const rows = live.map(({ id, ...row }) => ({
    ...row,
    amountMinor: toMinor(-row.amountMinor),
    effectiveOn: firstOpenDay(later(on ?? row.effectiveOn, row.effectiveOn), lockedOn),
    reversesId: id,
    createdBy: actor.userId,
  }));
  await insertRows(
    tx,
    allocations,
    rows.map((r) => ({ id: uuid7(), ...r })),
  );
}
