import { expect, test } from 'vitest';
import { orderIn, readDay } from '@/lib/import/read-day';

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026/1/2', '2026-01-02'],
  ['2026-11-20T23:59:00Z', '2026-11-20'],
  ['2026-11-20 00:00:00', '2026-11-20'],
  ['20261120', '2026-11-20'],
  ['20261120.0', '2026-11-20'],
  ['20.11.2026', '2026-11-20'],
  ['20 Nov 2026', '2026-11-20'],
  ['20-Nov-26', '2026-11-20'],
  ['Nov 20, 2026', '2026-11-20'],
  ['November 20th, 2026', '2026-11-20'],
  ['Fri, 20 November 2026', '2026-11-20'],
  ['1/2/2026', '2026-01-02'],
  ['1/2/2026 12:30 PM', '2026-01-02'],
  ['01-02-2026', '2026-01-02'],
  ['1/2/69', '2069-01-02'],
  ['1/2/70', '1970-01-02'],
])('%s is %s, month first', (text, day) => {
  expect(readDay(text, 'mdy')).toBe(day);
});

test('the order of the file decides what slashes mean, and dots are day first whatever it is', () => {
  expect(readDay('3/4/2026', 'mdy')).toBe('2026-03-04');
  expect(readDay('3/4/2026', 'dmy')).toBe('2026-04-03');
  expect(readDay('3.4.2026', 'mdy')).toBe('2026-04-03');
});

test.each([
  ['2026-02-30', 'not a day of the calendar'],
  ['29.02.2027', 'not a day of the calendar'],
  ['0000-00-00', 'not a day of the calendar'],
  ['1850-01-01', 'not a day of the calendar'],
  ['20/11/2026', 'not a date with the month first'],
  ['45981', "spreadsheet's own count of days"],
  ['soon', 'is not a date'],
  ['12', 'is not a date'],
  ['2026-11', 'is not a date'],
])('%s is refused in words', (text, words) => {
  expect(readDay(text, 'mdy')).toMatchObject({ problem: expect.stringContaining(words) });
});

test('a day in the other order says how to write it', () => {
  expect(readDay('20/11/2026', 'mdy')).toMatchObject({ hint: expect.stringContaining('2026-11-20') });
});

test('a cell tells the order of its column when a number is above 12', () => {
  expect(
    ['13/1/2026', '1/13/2026', '2/1/2026', '2/2/2026', '2026-01-02', '1.2.2026', '13/13/2026'].map(orderIn),
  ).toEqual(['dmy', 'mdy', 'either', 'fixed', 'fixed', 'fixed', null]);
});
