import { addDays, addMonths, monthEnd, type PlainDate, toPlainDate } from './domain/dates';

/** A day that reports are often asked for, under its name. */
export interface AsOfPreset {
  readonly label: string;
  readonly day: PlainDate;
}

/** Today and the last completed month, calendar quarter and year before it, in that order. */
export function asOfPresets(today: PlainDate): AsOfPreset[] {
  const month = Number(today.slice(5, 7));
  const firstOfMonth = toPlainDate(`${today.slice(0, 7)}-01`);
  const before = (months: number) => monthEnd(addMonths(firstOfMonth, -months));
  return [
    { label: 'Today', day: today },
    { label: 'End of last month', day: lastMonthEnd(today) },
    { label: 'End of last quarter', day: before(((month - 1) % 3) + 1) },
    { label: 'End of last year', day: before(month) },
  ];
}

/** The last day of the last completed month. */
export function lastMonthEnd(today: PlainDate): PlainDate {
  return addDays(toPlainDate(`${today.slice(0, 7)}-01`), -1);
}
