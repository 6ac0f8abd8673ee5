declare const plainDate: unique symbol;
/** A calendar day, `YYYY-MM-DD`, with no time and no zone. Compares with < and > as text. */
export type PlainDate = string & { readonly [plainDate]: true };

const MS_PER_DAY = 86_400_000;

/** The last day that books can hold. */
export const LAST_DAY = '2199-12-31' as PlainDate;

/** Whether `text` is a real calendar day written YYYY-MM-DD, between the years 1900 and 2199. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** @throws RangeError when `text` is not a real calendar day. */
export function toPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a date: ${text}`);
  return text;
}

/** Days from `from` to `to`; negative when `to` is earlier. Exact: both are midnight UTC. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}

/** The day `days` after `day`; before it when negative. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return toPlainDate(new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10));
}

/**
 * The same day of the month, `months` later, or that month's last day: 31 January + 1 is 28 (29) February.
 * Always count from the first date of a series; counting from the last result loses the 31st.
 */
export function addMonths(anchor: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = anchor.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return toPlainDate(first.toISOString().slice(0, 10));
}

/** The day of this number, from 1, in the month that `day` lies in; its last day when the month is shorter. */
export function dayInMonth(day: PlainDate, number: number): PlainDate {
  return earlier(addDays(toPlainDate(`${day.slice(0, 7)}-01`), number - 1), monthEnd(day));
}

/** The last day of the month that `day` lies in. */
export function monthEnd(day: PlainDate): PlainDate {
  const first = toPlainDate(`${day.slice(0, 7)}-01`);
  return addDays(addMonths(first, 1), -1);
}

/** Today on the wall calendar of an IANA time zone. The only reader of the clock in lib/domain. */
export function todayIn(timeZone: string, now: Date = new Date()): PlainDate {
  return toPlainDate(new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now));
}

/** The earlier of two days. */
export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}
