import type { PlainDate } from '../dates';
import type { ClaimedDebit } from './claimed';
import { type DayNumber, dayOf } from './delays';
import type { PaidBy } from './distribution';
import type { Habits } from './habits';
import { outlookOf } from './outlook';
import { reasonFor } from './reason';

/** When an open debit is expected to be paid, and why. */
export interface ExpectedDay {
  /** The middle of the days on which it may come. */
  readonly expectedOn: PlainDate;
  /**
   * One in ten is paid by the first day, nine in ten by the second. Both are `expectedOn` for what is promised, and for what is
   * later than any payment was: that one is expected some day.
   */
  readonly earlyOn: PlainDate;
  readonly lateOn: PlainDate;
  /** In percent; 100 when it is past due. */
  readonly latePercent: number;
  /** In a few words: "usually 12 days late, later when due on Fridays". */
  readonly reason: string;
}

/** How customers paid, as the forecast of one day reads it. */
export interface ReadHabits {
  readonly habits: Habits;
  readonly paidBy: PaidBy;
  readonly today: DayNumber;
}

/** Whether a day is expected at all: of what is contested as a whole nobody knows when that ends. */
export function isExpected({ freeMinor, promised }: ClaimedDebit): boolean {
  return freeMinor > 0 || promised.length > 0;
}

/** The day of a debit; null when none is expected. */
export function expectedDay(debit: ClaimedDebit, { habits, paidBy, today }: ReadHabits): ExpectedDay | null {
  if (!isExpected(debit)) return null;
  const [promise] = debit.promised;
  if (promise) {
    const on = Math.max(promise.on, today + 1);
    const day = dayOf(on);
    return {
      expectedOn: day,
      earlyOn: day,
      lateOn: day,
      latePercent: on > debit.dueOn ? 100 : 0,
      reason: 'promised for that day',
    };
  }
  const outlook = outlookOf(paidBy, debit, { today, settled: habits });
  return {
    expectedOn: dayOf(outlook.expectedOn),
    earlyOn: dayOf(outlook.earlyOn),
    lateOn: dayOf(outlook.lateOn),
    latePercent: 100 * outlook.late,
    reason: outlook.isBeyond ? 'later than any payment was' : reasonFor(habits, debit, today),
  };
}
