import { isBusinessDay } from './business-hours';
import { addDays, dayInMonth, type PlainDate } from './dates';

/** When a job runs by the clock of a business: at an hour of every day, of business days, or of one day of a month, or every few hours. */
export interface JobTime {
  readonly hour: number;
  /** 1 to 28; null: on every day. */
  readonly dayOfMonth: number | null;
  readonly isBusinessDaysOnly: boolean;
  /** Hours from one run to the next of the day, the first at `hour`; null: once a day. */
  readonly everyHours: number | null;
}

/** Whether a job has a run on a day. */
export function runsOn({ dayOfMonth, isBusinessDaysOnly }: JobTime, day: PlainDate): boolean {
  if (dayOfMonth !== null) return dayInMonth(day, dayOfMonth) === day;
  return !isBusinessDaysOnly || isBusinessDay(day);
}

/** The hour of the last run of a day whose time has come by an hour; null before the first. */
export function lastHour({ hour: first, everyHours }: JobTime, hour: number): number | null {
  if (hour < first) return null;
  return everyHours === null ? first : first + Math.floor((hour - first) / everyHours) * everyHours;
}

/** When a job runs next after a moment: today while an hour of it is still to come. */
export function nextRun(
  time: JobTime,
  { day, hour }: { readonly day: PlainDate; readonly hour: number },
): { day: PlainDate; hour: number } {
  const last = lastHour(time, hour);
  const later = last === null ? time.hour : time.everyHours === null ? 24 : last + time.everyHours;
  if (later < 24 && runsOn(time, day)) return { day, hour: later };
  let next = addDays(day, 1);
  while (!runsOn(time, next)) next = addDays(next, 1);
  return { day: next, hour: time.hour };
}
