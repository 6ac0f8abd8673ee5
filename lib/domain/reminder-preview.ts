import { addDays, type PlainDate } from './dates';
import { toMinor } from './money';
import { type ReminderHistory, reminderPlan } from './reminder-plan';
import type { ReminderPolicy } from './reminder-policy';

/** One reminder of a sample invoice. */
export interface PreviewedReminder {
  readonly on: PlainDate;
  /** Days past due on that day; below 0 before it. */
  readonly daysPastDue: number;
  readonly step: number;
}

/** Days that are looked at before the first and after the last step. */
const MARGIN = 40;
const SAMPLE = { customerId: 'sample', currency: 'USD' } as const;

/**
 * When an invoice that nobody pays would be reminded of, when it is the only one of its customer and large enough: the rule of
 * the daily run itself, day by day.
 */
export function previewReminders(
  policy: Pick<ReminderPolicy, 'steps' | 'quietDays' | 'maxAttempts'>,
  dueOn: PlainDate,
): PreviewedReminder[] {
  const whole: ReminderPolicy = {
    ...policy,
    minimumsMinor: {},
    onlyWithMinimum: false,
    isByHand: false,
    graceDays: 0,
    states: [],
  };
  const first = Math.min(0, ...policy.steps);
  const last = Math.max(0, ...policy.steps) + MARGIN + policy.quietDays * policy.steps.length;
  const sent: PreviewedReminder[] = [];
  for (let days = first; days <= last; days += 1) {
    const on = addDays(dueOn, days);
    const item = {
      ...SAMPLE,
      itemId: 'sample',
      documentId: 'sample',
      dueOn,
      openMinor: toMinor(10_000),
      lastStep: sent.at(-1)?.step ?? 0,
      stoppedBy: null,
    };
    const history: ReminderHistory = {
      ...SAMPLE,
      attempts: sent.length,
      lastOn: sent.at(-1)?.on ?? null,
      waits: false,
    };
    const [reminder] = reminderPlan(whole, [item], [history], on).reminders;
    if (reminder) sent.push({ on, daysPastDue: days, step: reminder.level });
  }
  return sent;
}
