import { daysBetween, type PlainDate } from './dates';
import type { Unsent } from './reminder-mail';
import type { PlannedLine, PlannedReminder, RemindableItem } from './reminder-plan';

/** Whom somebody chose to remind, and of which documents: of everything late when none is named. */
export interface Chosen {
  readonly customerIds: readonly string[];
  readonly documentIds: readonly string[];
}

/** Why something that was chosen is not reminded of. */
export type HandReason = NonNullable<RemindableItem['stoppedBy']> | Unsent | 'nothing_late' | 'not_late';

/** What was chosen and is left out: one document, or with null all of a customer. */
interface LeftOut {
  readonly customerId: string;
  readonly documentId: string | null;
  readonly reason: HandReason;
}

/** What goes to whom when many are reminded by hand, and what does not and why. */
export interface HandPlan {
  readonly reminders: readonly PlannedReminder[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * What of a choice is reminded of on a day: what is late and neither disputed, promised nor on hold, of everybody whom a mail reaches and who
 * got none that day. Steps of the policy are not waited for, and none is taken. The same books give the same plan.
 */
export function handPlan(
  { customerIds, documentIds }: Chosen,
  items: readonly RemindableItem[],
  unsent: ReadonlyMap<string, Unsent>,
  on: PlainDate,
): HandPlan {
  const chosen = new Set(documentIds);
  const lateOf = new Map<string, RemindableItem[]>(customerIds.map((id) => [id, []]));
  for (const item of items)
    if (daysBetween(item.dueOn, on) > 0 && (chosen.size === 0 || chosen.has(item.documentId)))
      lateOf.get(item.customerId)?.push(item);
  const plans = [...lateOf].map(([customerId, late]): HandPlan => {
    if (late.length === 0)
      return {
        reminders: [],
        leftOut: chosen.size > 0 ? [] : [{ ...ALL, customerId, reason: 'nothing_late' }],
      };
    const leftOut = stoppedOf(late);
    const free = late.filter((item) => item.stoppedBy === null);
    const reason = unsent.get(customerId);
    if (free.length > 0 && reason)
      return { reminders: [], leftOut: [...leftOut, { ...ALL, customerId, reason }] };
    return { reminders: remindersOf(free, on), leftOut };
  });
  return {
    reminders: plans.flatMap((plan) => plan.reminders),
    leftOut: plans.flatMap((plan) => plan.leftOut),
  };
}

/** How urgent the mail of a customer is: whether it was reminded of any of that before. */
export function handStage(reminders: readonly PlannedReminder[]): 'first' | 'again' {
  return reminders.some(({ lines }) => lines.some((line) => line.lastStep > 0)) ? 'again' : 'first';
}

const ALL = { documentId: null } as const;

/** Each document once, whatever its parts. */
function stoppedOf(late: readonly RemindableItem[]): LeftOut[] {
  const stopped = new Map<string, LeftOut>();
  for (const { customerId, documentId, stoppedBy } of late)
    if (stoppedBy) stopped.set(documentId, { customerId, documentId, reason: stoppedBy });
  return [...stopped.values()];
}

function remindersOf(items: readonly RemindableItem[], on: PlainDate): PlannedReminder[] {
  const lines = items.map((item): PlannedLine => {
    return { ...item, daysPastDue: daysBetween(item.dueOn, on), level: item.lastStep + 1, step: null };
  });
  return [...new Set(lines.map(({ currency }) => currency))].flatMap((currency) => {
    const mine = lines.filter((line) => line.currency === currency);
    const [first] = mine;
    if (!first) return [];
    const level = Math.max(...mine.map((line) => line.level));
    return [{ customerId: first.customerId, currency, level, lines: mine }];
  });
}
