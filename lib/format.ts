import { decimalsOf } from './domain/currencies';
import { addDays, type PlainDate, todayIn } from './domain/dates';
import { type Minor, scale, toDecimal } from './domain/money';

const LOCALE = 'en-US';
const COUNT = new Intl.NumberFormat(LOCALE);
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** How an amount is written: `cents: false` rounds to whole units (headlines), `symbol: false` leaves the currency out. */
export interface MoneyStyle {
  readonly cents?: boolean;
  readonly symbol?: boolean;
}

/**
 * "$1,234.50", "-$1,234.50", "¥1,235", "KWD 1.234": exact digits, built from the integer and our own table of
 * decimals. Without cents it rounds half away from zero.
 */
export function formatMoney(
  amount: Minor,
  currency: string,
  { cents = true, symbol = true }: MoneyStyle = {},
) {
  const text = cents ? toDecimal(amount, currency) : wholeUnits(amount, currency);
  const digits = grouped(text.replace('-', ''));
  return `${text.startsWith('-') ? '-' : ''}${symbol ? prefixOf(currency) : ''}${digits}`;
}

const SCALES = [
  [999_500_000, 1_000_000_000, 'b'],
  [999_500, 1_000_000, 'm'],
  [1_000, 1_000, 'k'],
] as const;

/** "$5.4k", "$118k", "-$1.2m", "¥3b", "$950": an amount for an axis or beside an exact one, rounded. */
export function formatCompact(amount: Minor, currency: string): string {
  const units = Math.abs(amount) / 10 ** decimalsOf(currency);
  const [, divisor, letter] = SCALES.find(([from]) => units >= from) ?? [0, 1, ''];
  const scaled = units / divisor;
  const digits = letter === '' || scaled >= 99.95 ? scaled.toFixed(0) : scaled.toFixed(1).replace('.0', '');
  return `${amount < 0 ? '-' : ''}${prefixOf(currency)}${digits}${letter}`;
}

/** For a column of one currency: "1,150.00", and "(1,150.00)" below zero. */
export function formatColumn(amount: Minor, currency: string): string {
  const digits = grouped(toDecimal(amount, currency).replace('-', ''));
  return amount < 0 ? `(${digits})` : digits;
}

/** What a currency's amounts begin with: "$", "€", or "KWD " with a space that does not break. */
export function prefixOf(currency: string): string {
  const known = prefixes.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, maximumFractionDigits: 0 });
  const parts = format.formatToParts(0).filter(({ type }) => type === 'currency' || type === 'literal');
  const prefix = parts.map(({ value }) => value).join('');
  prefixes.set(currency, prefix);
  return prefix;
}

/** How a day is written. `today` leaves the year out when it is this year's; without it the year is always there. */
export interface DayStyle {
  readonly today?: PlainDate;
  readonly weekday?: 'short' | 'long';
  readonly month?: 'short' | 'long';
}

/** "20 Nov", "20 Nov 2025", "Wed 18 Nov", "Friday 20 November", by style. */
export function formatDay(day: PlainDate, { today, weekday, month = 'short' }: DayStyle = {}): string {
  const [year, monthNumber = 1, dayNumber] = day.split('-').map(Number);
  const monthName = MONTHS[monthNumber - 1] ?? '';
  const weekdayName = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const words = [
    weekday && (weekday === 'short' ? weekdayName.slice(0, 3) : weekdayName),
    dayNumber,
    month === 'short' ? monthName.slice(0, 3) : monthName,
    today?.slice(0, 4) === day.slice(0, 4) ? undefined : year,
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

/** "October", or "Oct": the month of a day. */
export function formatMonth(day: PlainDate, style: 'short' | 'long'): string {
  const name = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return style === 'short' ? name.slice(0, 3) : name;
}

/** "58%" of a percentage between 0 and 100; "–" when there is none, because its denominator was zero. */
export function formatPercent(percent: number | null, digits = 0): string {
  return percent === null ? '–' : `${percent.toFixed(digits)}%`;
}

/** "1,234", or with a noun "1 invoice", "22 invoices"; `plural` when adding s would be wrong. */
export function formatCount(count: number, noun?: string, plural = `${noun}s`): string {
  if (noun === undefined) return COUNT.format(count);
  return `${COUNT.format(count)} ${count === 1 ? noun : plural}`;
}

/** An hour of the day, 0 to 23, as a clock shows it: "09:00". */
export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** An instant on the wall clock of `timeZone`: "10:01" today, "Yesterday 16:20", "Thu 12 Nov, 10:14", "3 Sep 2025, 09:00". */
export function formatInstant(instant: Date, timeZone: string, today: PlainDate): string {
  const day = todayIn(timeZone, instant);
  const time = clockOf(timeZone).format(instant);
  if (day === today) return time;
  if (day === addDays(today, -1)) return `Yesterday ${time}`;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return `${formatDay(day, sameYear ? { today, weekday: 'short' } : {})}, ${time}`;
}

/** An instant in full, for paper that is read later: "20 Nov 2026, 10:01". */
export function formatMoment(instant: Date, timeZone: string): string {
  return `${formatDay(todayIn(timeZone, instant))}, ${clockOf(timeZone).format(instant)}`;
}

/** What a currency's amounts are called: "US dollars", "euros". */
export function currencyName(currency: string): string {
  const format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'name' });
  return format.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? currency;
}

const prefixes = new Map<string, string>();
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock;
}

function wholeUnits(amount: Minor, currency: string): string {
  return String(scale(amount, 1n, 10n ** BigInt(decimalsOf(currency))));
}

/** "1234.50" -> "1,234.50", by digits. */
function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
