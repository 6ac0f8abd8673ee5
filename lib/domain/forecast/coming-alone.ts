import type { ClaimedDebit } from './claimed';
import type { ReadHabits } from './expected-day';
import { weeklyOutlook } from './outlook';

/** Weeks within which asking is to move the money. */
const WEEKS = 2;

/**
 * By customer, the part of what is past due that habit brings within a fortnight without anybody asking: 0 to 1, by amount, what is
 * contested or promised left out. Customers with nothing of the kind are not in it, and nobody is before anything was paid at all.
 */
export function comingAlone(
  debits: readonly ClaimedDebit[],
  { habits, paidBy, today }: ReadHabits,
): Map<string, number> {
  if (habits.paid < 1) return new Map();
  const standpoint = { today, settled: habits, weeks: WEEKS };
  const sums = new Map<string, { coming: number; late: number }>();
  for (const debit of debits) {
    if (debit.dueOn >= today || debit.freeMinor <= 0) continue;
    const [first = 0, second = 0] = weeklyOutlook(paidBy, debit, standpoint);
    const sum = sums.get(debit.customerId) ?? { coming: 0, late: 0 };
    sums.set(debit.customerId, sum);
    sum.coming += (first + second) * debit.freeMinor;
    sum.late += debit.freeMinor;
  }
  return new Map([...sums].map(([customerId, { coming, late }]) => [customerId, coming / late]));
}
