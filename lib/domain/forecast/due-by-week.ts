import { type Minor, toMinor } from '../money';
import { type Horizon, weekOf } from './blocks';
import type { ClaimedDebit } from './claimed';

/**
 * What would come in each week if everything were paid on its due day, or on the day for which it was promised: the plainest
 * forecast, to compare with. What is past due is in no week; what is due today and still open is in the first.
 */
export function dueByWeek(
  debits: readonly ClaimedDebit[],
  horizon: Pick<Horizon, 'today' | 'weeks'>,
): Minor[] {
  const sums = Array.from({ length: horizon.weeks + 1 }, () => 0);
  const add = (day: number, amount: number) => {
    const week = weekOf(day, horizon);
    sums[week] = (sums[week] ?? 0) + amount;
  };
  for (const { dueOn, freeMinor, promised } of debits) {
    if (dueOn >= horizon.today) add(dueOn, freeMinor);
    for (const { on, amountMinor } of promised) add(on, amountMinor);
  }
  return sums.slice(0, horizon.weeks).map(toMinor);
}
