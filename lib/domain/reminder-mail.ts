import type { PlannedReminder, ReminderPlan } from './reminder-plan';

/** Why a planned reminder is not mailed. */
export type Unsent = 'no_address' | 'bounced' | 'told_today';

/** A plan whose reminders can all be mailed, and what of it cannot and why. */
export interface MailedPlan {
  readonly reminders: readonly PlannedReminder[];
  readonly skipped: readonly (Omit<ReminderPlan['skipped'][number], 'reason'> & {
    readonly reason: ReminderPlan['skipped'][number]['reason'] | Unsent;
  })[];
}

/** Leaves out of a plan whom no mail reaches: their steps are not taken, so that they are reminded once it does. */
export function mailedPlan(
  { reminders, skipped }: ReminderPlan,
  unsent: ReadonlyMap<string, Unsent>,
): MailedPlan {
  const kept = reminders.filter(({ customerId }) => !unsent.has(customerId));
  const left = reminders.flatMap(({ customerId, currency }) => {
    const reason = unsent.get(customerId);
    return reason ? [{ customerId, currency, itemId: null, documentId: null, reason }] : [];
  });
  return { reminders: kept, skipped: [...skipped, ...left] };
}

/** How urgent the mail of a customer is: by the gravest of its reminders. `steps` is how many the policy has. */
export function stageOf(
  reminders: readonly PlannedReminder[],
  steps: number,
): 'before' | 'first' | 'again' | 'last' {
  const lines = reminders.flatMap((reminder) => reminder.lines);
  if (lines.every((line) => line.daysPastDue <= 0)) return 'before';
  const level = Math.max(...reminders.map((reminder) => reminder.level));
  if (level >= steps && steps > 1) return 'last';
  return lines.some((line) => line.lastStep > 0 && line.daysPastDue > 7) ? 'again' : 'first';
}
