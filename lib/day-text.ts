import { addDays, daysBetween, isPlainDate, monthEnd, type PlainDate } from './domain/dates';

/** Which way a weekday alone points when it is not today: a payment came last Friday, a promise is for the next. */
export type Leaning = 'past' | 'future';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const NEAR: Readonly<Record<string, number>> = {
  today: 0,
  tod: 0,
  now: 0,
  tomorrow: 1,
  tom: 1,
  yesterday: -1,
  yes: -1,
};

/**
 * Reads a day the way people type it: "today", "-2", "+14", "fri", "last fri", "eom", "20 Nov", "Nov 20, 2026",
 * "11/20", "20.11.2026", "2026-11-20", or "20" for a day of this month. Slashes are month first, dots are day first.
 * A day without a year is the one nearest to today. Null when it is none of these.
 */
export function parseDayText(text: string, today: PlainDate, leaning: Leaning = 'past'): PlainDate | null {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (isPlainDate(words)) return words;
  const near = NEAR[words];
  if (near !== undefined) return addDays(today, near);
  if (words === 'eom' || words === 'month end') return monthEnd(today);
  return (
    shifted(words, today) ?? weekday(words, today, leaning) ?? spelled(words, today) ?? numeric(words, today)
  );
}

/** "-2", "+14", "−3d": days from today. */
function shifted(words: string, today: PlainDate): PlainDate | null {
  const match = /^([-+−]) ?(\d{1,4}) ?d?$/.exec(words);
  if (!match) return null;
  const days = Number(match[2]);
  return addDays(today, match[1] === '+' ? days : -days);
}

/** "fri", "friday", "last fri", "next fri". Today's own name is today, unless last or next is said. */
function weekday(words: string, today: PlainDate, leaning: Leaning): PlainDate | null {
  const match = /^(?:(last|next) )?([a-z]{3,9})$/.exec(words);
  const index = indexOfName(WEEKDAYS, match?.[2]);
  if (!match || index < 0) return null;
  const ahead = (index - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
  if (match[1] === 'last') return addDays(today, ahead === 0 ? -7 : ahead - 7);
  if (match[1] === 'next') return addDays(today, ahead === 0 ? 7 : ahead);
  return addDays(today, leaning === 'past' && ahead > 0 ? ahead - 7 : ahead);
}

/** "20 nov", "20 november 2026", "nov 20", "nov 20, 2026", "20th nov". */
function spelled(words: string, today: PlainDate): PlainDate | null {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[ -]?(?<month>[a-z]{3,9})\.?(?:,?[ -]?(?<year>\d{4}|\d{2}))?$/.exec(
      words,
    ) ?? /^(?<month>[a-z]{3,9})\.? ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}|\d{2}))?$/.exec(words);
  const { day, month, year } = match?.groups ?? {};
  const index = indexOfName(MONTHS, month);
  if (index < 0) return null;
  return dayOf(year, index + 1, Number(day), today);
}

/** "11/20", "11/20/26" month first; "20.11.", "20.11.2026" day first; "20/11/2026" when no month can be meant; "20". */
function numeric(words: string, today: PlainDate): PlainDate | null {
  const alone = /^\d{1,2}$/.exec(words);
  if (alone) return valid(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(alone[0]));
  const match = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(words);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isDayFirst = match[2] === '.' || first > 12;
  return dayOf(match[4], isDayFirst ? second : first, isDayFirst ? first : second, today);
}

/** The day of that year; without a year, the nearest such day there is. */
function dayOf(year: string | undefined, month: number, day: number, today: PlainDate): PlainDate | null {
  if (year) return valid(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const near = [-1, 0, 1].map((step) => valid(thisYear + step, month, day)).filter((each) => each !== null);
  const distance = (each: PlainDate) => Math.abs(daysBetween(today, each));
  return near.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

function valid(year: number, month: number, day: number): PlainDate | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(text) ? text : null;
}

/** Place of the name that begins with `start`; -1 when none does. Three letters tell all of them apart. */
function indexOfName(names: readonly string[], start: string | undefined): number {
  return start === undefined ? -1 : names.findIndex((name) => name.startsWith(start));
}
