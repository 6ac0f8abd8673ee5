import type { Minor } from './money';
import type { OverdueState } from './overdue-state';

/** When an organization reminds its customers, and when it leaves them alone. */
export interface ReminderPolicy {
  /** Days from the due day to each step, in order; below 0 before it. None: nothing is sent by itself. */
  readonly steps: readonly number[];
  /** By currency, the smallest amount past due that is worth a reminder, in minor units. */
  readonly minimumsMinor: Readonly<Record<string, Minor>>;
  /** Whether only customers with a minimum in the currency are reminded. */
  readonly onlyWithMinimum: boolean;
  /** Reminders of one customer and currency before somebody must look; null for as many as there are steps. */
  readonly maxAttempts: number | null;
  /** Full days that lie between two reminders of a customer in a currency. */
  readonly quietDays: number;
  /** Whether a reminder waits for somebody to send it. */
  readonly isByHand: boolean;
  /** Days after its day on which money still keeps a promise. */
  readonly graceDays: number;
  /** The ladder of states of a customer that does not pay, from the mildest to the gravest. */
  readonly states: readonly OverdueState[];
}

/** What holds until an organization says otherwise: three days before the due day, then 1, 7, 14 and 30 days after it. */
export const DEFAULT_POLICY: ReminderPolicy = {
  steps: [-3, 1, 7, 14, 30],
  minimumsMinor: {},
  onlyWithMinimum: false,
  maxAttempts: null,
  quietDays: 2,
  isByHand: false,
  graceDays: 0,
  states: [],
};

/**
 * The step that an item is due for, 1 for the first: the one after the last it was reminded by, once its day has come.
 * Steps before the due day are passed over when that day is gone. Null when it has to wait, or has had them all.
 */
export function nextStep(steps: readonly number[], lastStep: number, daysPastDue: number): number | null {
  for (let step = lastStep + 1; step <= steps.length; step += 1) {
    const day = steps[step - 1] ?? 0;
    if (day > daysPastDue) return null;
    if (day >= 0 || daysPastDue <= 0) return step;
  }
  return null;
}
