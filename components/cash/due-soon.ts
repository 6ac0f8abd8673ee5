import type { CashWeeks } from '@/db/queries/cash-weeks';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { TOTAL_WEEKS } from '@/lib/domain/forecast/cash-forecast';
import { type Minor, sumOf } from '@/lib/domain/money';

/** What falls due or was promised within as many weeks as a forecast sums up, and the last day of them. */
export function dueSoon({ expected }: CashWeeks, asOf: PlainDate): { dueMinor: Minor; until: PlainDate } {
  const soon = expected.slice(0, TOTAL_WEEKS);
  return {
    dueMinor: sumOf(soon.map((week) => week.expectedMinor)),
    until: addDays(asOf, 7 * soon.length),
  };
}
