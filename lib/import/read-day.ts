import { isPlainDate, type PlainDate } from '@/lib/domain/dates';

/** Which of two numbers comes first in "3/4/2026". */
export type DateOrder = 'mdy' | 'dmy';

/** Why a cell cannot be read, and what would be accepted: two sentences. */
export interface Fault {
  readonly problem: string;
  readonly hint: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TIME = String.raw`(?:[T ,]+\d{1,2}:\d\d.*)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const COMPACT = /^((?:19|20|21)\d\d)(\d\d)(\d\d)(?:\.0+)?$/;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)${TIME}$`);
const DAY_MONTH =
  /^(?:[A-Za-z]{3,9},? +)?(\d{1,2})(?:st|nd|rd|th)?[-. /]+([A-Za-z]{3,9})\.?[-, /]+(\d{4}|\d\d)$/;
const MONTH_DAY =
  /^(?:[A-Za-z]{3,9},? +)?([A-Za-z]{3,9})\.?[- ]+(\d{1,2})(?:st|nd|rd|th)?[-, ]+(\d{4}|\d\d)$/;

/**
 * Reads a day: "2026-11-20", "20261120", "20 Nov 2026", "Nov 20, 2026", "20.11.2026" (dots are day first), and with slashes or
 * dashes by `order`. A time of day after it is ignored; two digits are a year from 1970 to 2069.
 */
export function readDay(text: string, order: DateOrder): PlainDate | Fault {
  const parts = partsOf(text, order);
  if (!parts) return unreadable(text);
  const [year, month, day] = parts;
  const written = `${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isPlainDate(written)) return written;
  return impossible(text, order);
}

/** Whether a cell settles the order of its column: by a number above 12, not at all (`either`), or it needs no order (`fixed`). */
export function orderIn(text: string): DateOrder | 'either' | 'fixed' | null {
  const numbers = NUMBERS.exec(text);
  if (!numbers) return partsOf(text, 'mdy') ? 'fixed' : null;
  const [, first, separator, second] = numbers;
  if (separator === '.') return 'fixed';
  if (Number(first) > 12) return Number(second) <= 12 ? 'dmy' : null;
  if (Number(second) > 12) return 'mdy';
  return first === second ? 'fixed' : 'either';
}

/** Whether a cell looks like a day at all. */
export function isDayLike(text: string): boolean {
  return orderIn(text) !== null;
}

/** Year, month, day as digits; null when the text has not the shape of a day. */
function partsOf(text: string, order: DateOrder): [string, string, string] | null {
  const fixed = YEAR_FIRST.exec(text);
  if (fixed) return [fixed[1] ?? '', fixed[3] ?? '', fixed[4] ?? ''];
  const compact = COMPACT.exec(text);
  if (compact) return [compact[1] ?? '', compact[2] ?? '', compact[3] ?? ''];
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first = '', separator, second = '', year = ''] = numbers;
    return order === 'dmy' || separator === '.' ? [year, second, first] : [year, first, second];
  }
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return named(dayMonth[3], dayMonth[2], dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  return monthDay && named(monthDay[3], monthDay[1], monthDay[2]);
}

function named(year = '', name = '', day = ''): [string, string, string] | null {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return month < 0 ? null : [year, String(month + 1), day];
}

function century(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

function unreadable(text: string): Fault {
  if (/^[3-6]\d{4}(\.\d+)?$/.test(text))
    return {
      problem: `"${text}" is a spreadsheet's own count of days, not a date.`,
      hint: 'Format the column as a date in the spreadsheet and save it as CSV again.',
    };
  return { problem: `"${text}" is not a date.`, hint: 'Write it like 2026-11-20 or 20 Nov 2026.' };
}

function impossible(text: string, order: DateOrder): Fault {
  const other = partsOf(text, order === 'mdy' ? 'dmy' : 'mdy');
  const turned = other && `${century(other[0])}-${other[1].padStart(2, '0')}-${other[2].padStart(2, '0')}`;
  if (turned && isPlainDate(turned))
    return {
      problem: `"${text}" is not a date with the ${order === 'mdy' ? 'month' : 'day'} first.`,
      hint: `Write it like ${turned}, or choose the other order for all dates of this file.`,
    };
  return {
    problem: `"${text}" is not a day of the calendar.`,
    hint: 'Write a day that exists, between 1900 and 2199, like 2026-11-20.',
  };
}
