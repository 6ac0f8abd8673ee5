import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { bookRules, firstOpenDay } from '../queries/book-rules';
import { allocations } from '../schema/open-items';
import type { Tx } from '../scope';

const undo = alias(allocations, 'undo');

/** An application of money that stands. */
export interface LiveAllocation {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly debitItemId: string;
  readonly creditItemId: string;
  /** Above 0. */
  readonly amountMinor: Minor;
  readonly effectiveOn: PlainDate;
}

/** The applications that `where` matches and that were not taken back. */
export function liveAllocations(tx: Tx, where: SQL | undefined): Promise<LiveAllocation[]> {
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

/** Takes applications back whole, each on `on` or its own day, moved past the lock date. Answers those days, in order. */
export async function undoAll(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  live: readonly LiveAllocation[],
  on: PlainDate | undefined,
): Promise<PlainDate[]> {
  const rules = await bookRules(tx);
  const rows = live.map(({ id, ...row }) => ({
    ...row,
    id: uuid7(),
    amountMinor: toMinor(-row.amountMinor),
    effectiveOn: firstOpenDay(later(on ?? row.effectiveOn, row.effectiveOn), rules),
    reversesId: id,
    createdBy: actor.userId,
  }));
  await insertRows(tx, allocations, rows);
  return rows.map((row) => row.effectiveOn);
}
