import { weightOf } from './delay-sums';
import { cellOf, type DayNumber, FIRST_DELAY } from './delays';
import type { Habits, Settled } from './habits';

/** How one customer pays lately, and how it usually does: weights and weighted delays. */
export interface Drift {
  lately: number;
  latelyDelay: number;
  usually: number;
  usuallyDelay: number;
}

/** Days in which a payment stops being lately. */
export const LATELY_DAYS = 90;
/** Days in which it stops being usual. */
const USUALLY_DAYS = 500;
/** Fewer payments than this tell nothing of a change. */
const ENOUGH = 20;

/** Of a customer without payments. */
export function noDrift(): Drift {
  return { lately: 0, latelyDelay: 0, usually: 0, usuallyDelay: 0 };
}

/** Takes a payment into the sums. */
export function addToDrift(drift: Drift, { paidOn, dueOn, share }: Settled): void {
  const delay = cellOf(paidOn - dueOn) + FIRST_DELAY;
  const [lately, usually] = [share * weightOf(paidOn, LATELY_DAYS), share * weightOf(paidOn, USUALLY_DAYS)];
  drift.lately += lately;
  drift.latelyDelay += lately * delay;
  drift.usually += usually;
  drift.usuallyDelay += usually * delay;
}

/** Payments' weights lately, and by how much later they came than usual, each customer's compared with its own. */
export interface DriftSum {
  readonly later: number;
  readonly weight: number;
}

/**
 * Whole days by which everybody pays later lately than each usually does; below 0 is earlier. 0 until twenty recent payments
 * tell. The mean over payments, so that a customer with many of them counts more.
 */
export function driftDays(
  { customers, others }: Pick<Habits, 'customers' | 'others'>,
  today: DayNumber,
): number {
  let { later, weight } = others;
  for (const { drift } of customers.values()) {
    if (drift.usually <= 0) continue;
    later += drift.latelyDelay - (drift.lately * drift.usuallyDelay) / drift.usually;
    weight += drift.lately;
  }
  return weight / weightOf(today, LATELY_DAYS) > ENOUGH ? Math.round(later / weight) + 0 : 0;
}
