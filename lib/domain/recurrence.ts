import { addDays, addMonths, daysBetween, earlier, LAST_DAY, type PlainDate } from './dates';

/** How often something repeats. */
export type Rhythm = 'week' | 'month' | 'quarter' | 'year';

/** Something that repeats from its first day on, for ever or up to a last day. */
export interface Recurrence {
  readonly every: Rhythm;
  readonly startsOn: PlainDate;
  /** The last day on which it may happen; null for ever. */
  readonly endsOn: PlainDate | null;
}

const MONTHS: Readonly<Record<Exclude<Rhythm, 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The days on which it happens between two days, both included, at most `most` of them. Every day is counted from the first, so
 * what begins on the 31st is on the last day of a short month and on the 31st again after it.
 */
export function occurrencesBetween(
  { every, startsOn, endsOn }: Recurrence,
  { from, to, most }: { readonly from: PlainDate; readonly to: PlainDate; readonly most: number },
): PlainDate[] {
  const last = earlier(to, endsOn ?? LAST_DAY);
  const days: PlainDate[] = [];
  for (let count = firstFrom(every, startsOn, from); days.length < most; count += 1) {
    const day = occurrence(every, startsOn, count);
    if (day === null || day > last) break;
    if (day >= from) days.push(day);
  }
  return days;
}

/** The next days from a day on, that day included, at most `most`. */
export function nextOccurrences(recurrence: Recurrence, from: PlainDate, most: number): PlainDate[] {
  return occurrencesBetween(recurrence, { from, to: LAST_DAY, most });
}

/** The day after `count` repetitions; null when it is beyond what books can hold. */
function occurrence(every: Rhythm, startsOn: PlainDate, count: number): PlainDate | null {
  const days = every === 'week' ? 7 * count : 31 * MONTHS[every] * count;
  if (days > daysBetween(startsOn, LAST_DAY)) return null;
  return every === 'week' ? addDays(startsOn, days) : addMonths(startsOn, MONTHS[every] * count);
}

/** A count that is not beyond the first occurrence on or after a day, and close to it. */
function firstFrom(every: Rhythm, startsOn: PlainDate, from: PlainDate): number {
  const days = every === 'week' ? 7 : 31 * MONTHS[every];
  return Math.max(0, Math.floor(daysBetween(startsOn, from) / days) - 1);
}
