import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  earlier,
  isPlainDate,
  LAST_DAY,
  later,
  monthEnd,
  todayIn,
  toPlainDate,
} from '@/lib/domain/dates';
import { GOLDEN } from './golden';
import { holds } from './holds';

const FIRST = toPlainDate('1900-01-01');
const SPAN = daysBetween(FIRST, LAST_DAY);
const anyDay = fc.nat(SPAN).map((n) => addDays(FIRST, n));

describe('a day', () => {
  test.each(['2026-02-28', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(isPlainDate(text)).toBe(true);
    expect(toPlainDate(text)).toBe(text);
  });

  const near =
    '2026-02-29 2100-02-29 2026-02-30 2026-04-31 2026-13-01 2026-00-10 2026-01-00 2026-1-1 26-01-01';
  const strange = ['1899-12-31', '2200-01-01', '2026-01-01T00:00', ' 2026-01-01', '', '+02026-01-01'];
  test.each(near.split(' ').concat(strange))('"%s" is none', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => toPlainDate(text)).toThrow(RangeError);
  });

  const digits = fc.string({ unit: fc.constantFrom(...'0123456789-'), minLength: 8, maxLength: 12 });
  holds(
    'whatever the text is, asking throws nothing',
    [fc.oneof(fc.string(), digits)],
    (text) => typeof isPlainDate(text) === 'boolean',
  );
});

describe('counting days', () => {
  test.each(GOLDEN.terms)('net $net of $date is due $due', ({ date, net, due }) => {
    expect(addDays(toPlainDate(date), net)).toBe(due);
  });

  holds('adding days and counting them are inverse, and days compare as text', [anyDay, anyDay], (a, b) => {
    const days = daysBetween(a, b);
    return (
      Number.isInteger(days) &&
      addDays(a, days) === b &&
      daysBetween(b, a) + days === 0 &&
      a < b === days > 0 &&
      daysBetween(earlier(a, b), later(a, b)) === Math.abs(days)
    );
  });
});

describe('counting months', () => {
  test('a series that starts on the 31st keeps it, and takes the last day of shorter months', () => {
    const { start, months } = GOLDEN.recurringAnchor31;
    expect(months.map((_, i) => addMonths(toPlainDate(start), i))).toEqual(months);
    expect(addMonths(toPlainDate('2027-12-31'), 2)).toBe('2028-02-29');
    expect(addMonths(toPlainDate('2026-03-31'), -1)).toBe('2026-02-28');
    expect(monthEnd(toPlainDate('2028-02-10'))).toBe('2028-02-29');
  });

  holds(
    'it lands in the month meant, on the same day or on its last',
    [fc.integer({ min: 3_000, max: SPAN - 3_000 }), fc.integer({ min: -90, max: 90 })],
    (n, months) => {
      const from = addDays(FIRST, n);
      const to = addMonths(from, months);
      const isShort = to === monthEnd(to) && to.slice(8) < from.slice(8);
      return monthOf(to) - monthOf(from) === months && (to.slice(8) === from.slice(8) || isShort);
    },
  );
});

test('today is the day on the wall of the time zone', () => {
  const { instant, zones } = GOLDEN.today;
  const now = new Date(instant);
  expect(Object.fromEntries(Object.keys(zones).map((zone) => [zone, todayIn(zone, now)]))).toEqual(zones);
});

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
