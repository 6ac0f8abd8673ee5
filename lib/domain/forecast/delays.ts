import { type PlainDate, toPlainDate } from '../dates';

/** Days since 1970-01-01: what is computed with a hundred thousand times is not a text. */
export type DayNumber = number;

/** The earliest delay told apart: payments 40 days before the due day or earlier are one. */
export const FIRST_DELAY = -40;
/** The latest delay told apart: payments 120 days after the due day or later are one. */
export const LAST_DELAY = 120;
/** Delays in a distribution, from `FIRST_DELAY` to `LAST_DELAY`. */
export const DELAYS = LAST_DELAY - FIRST_DELAY + 1;

const MS_PER_DAY = 86_400_000;

/** The day as a number. */
export function dayNumber(day: PlainDate): DayNumber {
  return Date.parse(day) / MS_PER_DAY;
}

/** The day of that number. */
export function dayOf(number: DayNumber): PlainDate {
  return toPlainDate(new Date(number * MS_PER_DAY).toISOString().slice(0, 10));
}

/** Where a payment so many days after the due day stands in a distribution; below 0 days is early. */
export function cellOf(delay: number): number {
  return Math.min(LAST_DELAY, Math.max(FIRST_DELAY, delay)) - FIRST_DELAY;
}

/** The day of the week, 0 to 6, 0 for Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day of the month, 1 to 31. */
export function monthDayOf(day: DayNumber): number {
  return new Date(day * MS_PER_DAY).getUTCDate();
}
