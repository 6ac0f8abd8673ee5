import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDayText } from '@/lib/day-text';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';

/** A Friday. */
const today = toPlainDate('2026-11-20');

test.each([
  ['today', '2026-11-20'],
  ['Tomorrow', '2026-11-21'],
  ['yesterday', '2026-11-19'],
  ['-2', '2026-11-18'],
  ['−2', '2026-11-18'],
  ['+14', '2026-12-04'],
  ['fri', '2026-11-20'],
  ['wed', '2026-11-18'],
  ['Wednesday', '2026-11-18'],
  ['last fri', '2026-11-13'],
  ['next fri', '2026-11-27'],
  ['next wed', '2026-11-25'],
  ['eom', '2026-11-30'],
  ['20 Nov', '2026-11-20'],
  ['  20   nov ', '2026-11-20'],
  ['1st sept', '2026-09-01'],
  ['3 February 2025', '2025-02-03'],
  ['Nov 20, 2026', '2026-11-20'],
  ['nov 3', '2026-11-03'],
  ['3-Nov-26', '2026-11-03'],
  ['11/20', '2026-11-20'],
  ['11/3/26', '2026-11-03'],
  ['20/11/2026', '2026-11-20'],
  ['20.11.', '2026-11-20'],
  ['3.11.2026', '2026-11-03'],
  ['2026-11-20', '2026-11-20'],
  ['5', '2026-11-05'],
])('%s is %s', (text, day) => {
  expect(parseDayText(text, today)).toBe(day);
});

test.each([
  '',
  'soon',
  '31 nov',
  '30 feb 2026',
  '13/13',
  '2026-02-30',
  '32',
  'noon',
  'no 3',
  'may',
  '99999',
  '+',
  '1/1/1',
])('%s is not a day', (text) => {
  expect(parseDayText(text, today)).toBeNull();
});

test('a weekday looks back for payments and ahead for promises', () => {
  expect(parseDayText('mon', today, 'past')).toBe('2026-11-16');
  expect(parseDayText('mon', today, 'future')).toBe('2026-11-23');
  expect(parseDayText('fri', today, 'future')).toBe('2026-11-20');
});

test('a day without a year is the nearest one', () => {
  expect(parseDayText('5 jan', toPlainDate('2026-12-20'))).toBe('2027-01-05');
  expect(parseDayText('28 dec', toPlainDate('2027-01-05'))).toBe('2026-12-28');
  expect(parseDayText('29 feb', toPlainDate('2027-06-01'))).toBe('2028-02-29');
});

test('what a field shows, it reads back as the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3_000, max: 3_000 }), (shift) => {
      const day = addDays(today, shift);
      expect(parseDayText(formatDay(day), today)).toBe(day);
      expect(parseDayText(day, today)).toBe(day);
    }),
  );
});
