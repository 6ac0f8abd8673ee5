import { isBusinessDay } from './business-hours';
import { addDays, dayInMonth, type PlainDate } from './dates';

/** When a job runs by the clock of a business: at an hour of every day, of business days, or of one day of a month. */
export interface JobTime {
  readonly hour: number;
  /** 1 to 28; null: on every day. */
  readonly dayOfMonth: number | null;
  readonly isBusinessDaysOnly: boolean;
}

/** Whether a job has a run on a day. */
export function runsOn({ dayOfMonth, isBusinessDaysOnly }: JobTime, day: PlainDate): boolean {
  if (dayOfMonth !== null) return dayInMonth(day, dayOfMonth) === day;
  return !isBusinessDaysOnly || isBusinessDay(day);
}

/** The day of the next run after a moment; today while its hour has not come. */
export function nextRunOn(
  time: JobTime,
  { day, hour }: { readonly day: PlainDate; readonly hour: number },
): PlainDate {
  let next = hour < time.hour ? day : addDays(day, 1);
  while (!runsOn(time, next)) next = addDays(next, 1);
  return next;
}
