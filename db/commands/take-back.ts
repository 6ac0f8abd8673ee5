import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { type LiveAllocation, undoAll } from './live-allocations';

/** "This much of that application is to be taken back." */
export interface Taking {
  readonly allocation: LiveAllocation;
  /** Above 0, at most what was applied. */
  readonly amountMinor: Minor;
}

/**
 * Takes parts of live applications back: each is undone whole, and what is to stay of it is applied again from the same
 * day on. Answers those days, in order. The caller holds the customers' locks.
 * @throws Refusal `amount_must_be_positive`, `exceeds_remaining`.
 */
export async function takeBack(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  takings: readonly Taking[],
  on?: PlainDate,
): Promise<PlainDate[]> {
  for (const { allocation, amountMinor } of takings) {
    if (amountMinor <= 0)
      throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
    if (amountMinor > allocation.amountMinor)
      throw new Refusal('exceeds_remaining', 'That is more than was applied. Lower the amount.', 'amount');
  }
  const days = await undoAll(
    tx,
    actor,
    takings.map((taking) => taking.allocation),
    on,
  );
  const rest = takings.flatMap(({ allocation, amountMinor }, i) => {
    const { debitItemId, creditItemId } = allocation;
    const stays = toMinor(allocation.amountMinor - amountMinor);
    const notBefore = days[i];
    return stays > 0 && notBefore ? [{ debitItemId, creditItemId, amountMinor: stays, notBefore }] : [];
  });
  await allocate(tx, actor, rest);
  return days;
}
