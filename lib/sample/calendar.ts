import { addDays, addMonths, daysBetween, type PlainDate } from '@/lib/domain/dates';

/** The time that made-up books cover. */
export interface Period {
  readonly from: PlainDate;
  readonly today: PlainDate;
}

const MONTHS = 18;
/** How busy the caterers' year is, January to December. */
const SEASON = [0.92, 0.93, 0.97, 1, 1.04, 1.06, 0.97, 0.93, 1.02, 1.05, 1.08, 1.1];
/** Business at the end of the period, compared with its begin. */
const GROWTH = 1.3;

/** The 18 months that end today. */
export function periodTo(today: PlainDate): Period {
  return { from: addMonths(today, -MONTHS), today };
}

/** How far into the period a day is: 0 at its begin, 1 today. */
export function progressOf(day: PlainDate, { from, today }: Period): number {
  return daysBetween(from, day) / daysBetween(from, today);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day itself, or the Monday after its weekend. */
export function businessDay(day: PlainDate): PlainDate {
  const weekday = weekdayOf(day);
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** The day itself, or the Friday before its weekend. */
export function businessDayBefore(day: PlainDate): PlainDate {
  const weekday = weekdayOf(day);
  if (weekday === 6) return addDays(day, -1);
  return weekday === 0 ? addDays(day, -2) : day;
}

/** Every working day of the period with the share of the business that falls on it: seasons, and steady growth. */
export function workingDays(period: Period): (readonly [PlainDate, number])[] {
  const all = Array.from({ length: daysBetween(period.from, period.today) + 1 }, (_, i) =>
    addDays(period.from, i),
  );
  return all
    .filter((day) => businessDay(day) === day)
    .map((day) => {
      const season = SEASON[Number(day.slice(5, 7)) - 1] ?? 1;
      return [day, season * (1 + (GROWTH - 1) * progressOf(day, period))] as const;
    });
}
