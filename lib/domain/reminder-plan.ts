import { daysBetween, type PlainDate } from './dates';
import { type Minor, sumOf } from './money';
import { nextStep, type ReminderPolicy } from './reminder-policy';

/** An open item that a customer may have to be reminded of. */
export interface RemindableItem {
  readonly itemId: string;
  readonly documentId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly dueOn: PlainDate;
  readonly openMinor: Minor;
  /** The last step it was reminded by; 0 when it never was. */
  readonly lastStep: number;
  /** What stops its reminders; null when nothing does. */
  readonly stoppedBy: 'disputed' | 'promised' | 'held' | null;
}

/** How a customer was reminded in a currency so far, of what is still open. */
export interface ReminderHistory {
  readonly customerId: string;
  readonly currency: string;
  /** Reminders that name something which is still open. */
  readonly attempts: number;
  /** The day of the last reminder, settled or not. */
  readonly lastOn: PlainDate | null;
  /** Whether one is still to be sent. */
  readonly waits: boolean;
}

/** Why nobody is reminded of something. */
type SkipReason =
  | 'disputed'
  | 'promised'
  | 'held'
  | 'no_step'
  | 'below_minimum'
  | 'attempts_used'
  | 'quiet'
  | 'waits_to_be_sent';

/** One item of a reminder that is to be made. */
export interface PlannedLine extends RemindableItem {
  readonly daysPastDue: number;
  /** How far it has come with this reminder. */
  readonly level: number;
  /** The step that is taken; null when the item is only listed again. */
  readonly step: number | null;
}

/** One reminder to be made: everything late of a customer in a currency. */
export interface PlannedReminder {
  readonly customerId: string;
  readonly currency: string;
  readonly level: number;
  readonly lines: readonly PlannedLine[];
}

/** What is not sent: one item, or with `itemId` null everything of the customer in the currency. */
interface Skipped {
  readonly customerId: string;
  readonly currency: string;
  readonly itemId: string | null;
  readonly documentId: string | null;
  readonly reason: SkipReason;
}

/** What a run sends, and what not and why. */
export interface ReminderPlan {
  readonly reminders: readonly PlannedReminder[];
  readonly skipped: readonly Skipped[];
}

/**
 * What is to be sent on a day: per customer and currency at most one reminder, which lists all that is late and may be
 * reminded of. One goes out when at least one item has come to its next step. The same books give the same plan.
 */
export function reminderPlan(
  policy: ReminderPolicy,
  items: readonly RemindableItem[],
  histories: readonly ReminderHistory[],
  on: PlainDate,
): ReminderPlan {
  const known = new Map(histories.map((history) => [keyOf(history), history]));
  const groups = new Map<string, RemindableItem[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  const plans = [...groups].map(([key, group]) => planOf(policy, group, known.get(key), on));
  return {
    reminders: plans.flatMap((plan) => plan.reminders),
    skipped: plans.flatMap((plan) => plan.skipped),
  };
}

function planOf(
  policy: ReminderPolicy,
  group: readonly RemindableItem[],
  history: ReminderHistory | undefined,
  on: PlainDate,
): ReminderPlan {
  const stopped = group.flatMap((item) => (item.stoppedBy ? [skipped(item, item.stoppedBy)] : []));
  const lines = group
    .filter((item) => item.stoppedBy === null)
    .map((item) => lineOf(policy, item, on))
    .filter((line) => line.daysPastDue > 0 || line.step !== null);
  const [first] = lines;
  if (!first) return { reminders: [], skipped: stopped };
  if (lines.every((line) => line.step === null))
    return { reminders: [], skipped: [...stopped, ...lines.map((line) => skipped(line, 'no_step'))] };
  const { customerId, currency } = first;
  const reason = groupReason(policy, lines, history, on);
  if (reason)
    return {
      reminders: [],
      skipped: [...stopped, { customerId, currency, itemId: null, documentId: null, reason }],
    };
  const level = Math.max(...lines.map((line) => line.level));
  return { reminders: [{ customerId, currency, level, lines }], skipped: stopped };
}

function lineOf(policy: ReminderPolicy, item: RemindableItem, on: PlainDate): PlannedLine {
  const daysPastDue = daysBetween(item.dueOn, on);
  const step = nextStep(policy.steps, item.lastStep, daysPastDue);
  return { ...item, daysPastDue, step, level: step ?? item.lastStep };
}

function groupReason(
  policy: ReminderPolicy,
  lines: readonly PlannedLine[],
  history: ReminderHistory | undefined,
  on: PlainDate,
): SkipReason | null {
  const { minimumsMinor, onlyWithMinimum, maxAttempts, quietDays } = policy;
  const minimum = minimumsMinor[lines[0]?.currency ?? ''];
  const total = sumOf(lines.map((line) => line.openMinor));
  if (minimum === undefined ? onlyWithMinimum : total < minimum) return 'below_minimum';
  if (!history) return null;
  if (history.waits) return 'waits_to_be_sent';
  if (maxAttempts !== null && history.attempts >= maxAttempts) return 'attempts_used';
  return history.lastOn !== null && daysBetween(history.lastOn, on) <= quietDays ? 'quiet' : null;
}

function skipped({ customerId, currency, itemId, documentId }: RemindableItem, reason: SkipReason): Skipped {
  return { customerId, currency, itemId, documentId, reason };
}

function keyOf({ customerId, currency }: { customerId: string; currency: string }): string {
  return `${customerId} ${currency}`;
}
