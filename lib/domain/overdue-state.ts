import { daysBetween, type PlainDate } from './dates';
import type { Minor } from './money';

/** What can be asked of what a customer has not paid. */
type OverdueConditionKind =
  | 'unpaid_count_at_least'
  | 'unpaid_sum_at_least'
  | 'days_since_earliest_unpaid_at_least';

/** One condition: a count, a sum in minor units of the organization's currency, or a number of days. */
export interface OverdueCondition {
  readonly kind: OverdueConditionKind;
  readonly threshold: number;
}

/** A rung of the ladder: its name, and the conditions that must all hold. */
export interface OverdueState {
  readonly name: string;
  readonly conditions: readonly OverdueCondition[];
}

/** What a customer has not paid, on a day. */
export interface Unpaid {
  readonly count: number;
  readonly sumMinor: Minor;
  /** The earliest due day of what is unpaid; null when nothing is. */
  readonly earliestOn: PlainDate | null;
}

/** The state of a customer on whom no rung of the ladder falls. */
export const CLEAR = 'clear';

/** Whether a condition holds on a day. Nothing unpaid is no days late, whatever the threshold. */
export function holds({ kind, threshold }: OverdueCondition, unpaid: Unpaid, on: PlainDate): boolean {
  switch (kind) {
    case 'unpaid_count_at_least':
      return unpaid.count >= threshold;
    case 'unpaid_sum_at_least':
      return unpaid.sumMinor >= threshold;
    case 'days_since_earliest_unpaid_at_least':
      return unpaid.earliestOn !== null && daysBetween(unpaid.earliestOn, on) >= threshold;
  }
}

/** The highest rung whose conditions all hold; the ladder goes from the mildest to the gravest. `clear` when none does. */
export function overdueState(ladder: readonly OverdueState[], unpaid: Unpaid, on: PlainDate): string {
  const reached = ladder.findLast((state) =>
    state.conditions.every((condition) => holds(condition, unpaid, on)),
  );
  return reached?.name ?? CLEAR;
}
