import type { PlainDate } from './domain/dates';
import { disputeDays } from './domain/next-steps';
import type { WorkStep } from './domain/worklist';
import { formatCount, formatDay, formatMoney } from './format';

/** Why a customer is on the worklist, in so few words that a line of the list holds them. */
export function workReason(
  step: WorkStep,
  { today, currency }: { today: PlainDate; currency: string },
): string {
  switch (step.kind) {
    case 'broken_promise':
      return `Promise broken on ${formatDay(step.broken.promisedFor, { today })}`;
    case 'beyond_habit':
      return `${formatCount(step.beyondDays, 'day')} over their habit`;
    case 'crossed':
      return `${formatMoney(step.amountMinor, currency, { cents: false })} went beyond 60 days`;
    case 'dispute':
      return `Dispute ${openedWords(disputeDays(step.dispute, today))}`;
    case 'decide':
      return 'Agree on a plan, or write off?';
    case 'late':
      return `${formatCount(step.account.oldestDays, 'day')} late`;
  }
}

/** How long a dispute has lasted: "opened today", "open for 3 days". */
export function openedWords(days: number): string {
  return days === 0 ? 'opened today' : `open for ${formatCount(days, 'day')}`;
}
