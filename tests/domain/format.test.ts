import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { MAX_DOCUMENT_MINOR, toMinor } from '@/lib/domain/money';
import {
  formatColumn,
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
  formatPercent,
  prefixOf,
} from '@/lib/format';

const today = toPlainDate('2026-11-20');

test.each([
  ['JPY', 1234, '¥1,234', '1,234'],
  ['USD', 1234, '$12.34', '12.34'],
  ['KWD', 1234, 'KWD\u00a01.234', '1.234'],
  ['CLF', 1234, 'CLF\u00a00.1234', '0.1234'],
  ['COP', 123_456, 'COP\u00a01,234.56', '1,234.56'],
])(
  'an amount has the decimals of its currency, whatever Intl thinks: %s',
  (currency, minor, money, column) => {
    expect(formatMoney(toMinor(minor), currency)).toBe(money);
    expect(formatColumn(toMinor(minor), currency)).toBe(column);
  },
);

test('the largest sums keep every digit', () => {
  expect(formatMoney(MAX_DOCUMENT_MINOR, 'USD')).toBe('$900,000,000,000.00');
  expect(formatMoney(toMinor(Number.MAX_SAFE_INTEGER), 'USD')).toBe('$90,071,992,547,409.91');
  expect(formatMoney(toMinor(-Number.MAX_SAFE_INTEGER), 'KWD', { symbol: false })).toBe(
    '-9,007,199,254,740.991',
  );
});

test('headlines round half away from zero to whole units', () => {
  expect(formatMoney(toMinor(37_156_110), 'USD', { cents: false })).toBe('$371,561');
  expect(formatMoney(toMinor(15_727_975), 'USD', { cents: false })).toBe('$157,280');
  expect(formatMoney(toMinor(-50), 'USD', { cents: false })).toBe('-$1');
  expect(formatMoney(toMinor(-49), 'USD', { cents: false })).toBe('$0');
  expect(formatMoney(toMinor(1_500), 'KWD', { cents: false, symbol: false })).toBe('2');
  expect(formatMoney(toMinor(1_234), 'JPY', { cents: false })).toBe('¥1,234');
});

test('a column writes credits in parentheses and never a negative zero', () => {
  expect(formatColumn(toMinor(-115_000), 'USD')).toBe('(1,150.00)');
  expect(formatColumn(toMinor(0), 'USD')).toBe('0.00');
  expect(formatColumn(toMinor(-5), 'USD')).toBe('(0.05)');
  expect(formatMoney(toMinor(-115_000), 'USD')).toBe('-$1,150.00');
});

test('a symbol is what the currency begins with', () => {
  expect(prefixOf('EUR')).toBe('€');
  expect(prefixOf('CAD')).toBe('CA$');
});

test('a day leaves out the year of today only', () => {
  expect(formatDay(today, { today })).toBe('20 Nov');
  expect(formatDay(toPlainDate('2025-11-03'), { today })).toBe('3 Nov 2025');
  expect(formatDay(today)).toBe('20 Nov 2026');
  expect(formatDay(toPlainDate('2026-11-18'), { weekday: 'short' })).toBe('Wed 18 Nov 2026');
  expect(formatDay(today, { today, weekday: 'long', month: 'long' })).toBe('Friday 20 November');
});

test('a percentage without a denominator is a dash', () => {
  expect(formatPercent(null)).toBe('–');
  expect(formatPercent(57.67)).toBe('58%');
  expect(formatPercent(92.5, 1)).toBe('92.5%');
});

test('a count agrees with its noun', () => {
  expect(formatCount(12_345)).toBe('12,345');
  expect(formatCount(1, 'invoice')).toBe('1 invoice');
  expect(formatCount(0, 'invoice')).toBe('0 invoices');
  expect(formatCount(2, 'person', 'people')).toBe('2 people');
});

test('an instant is told on the clock of the organization', () => {
  const say = (iso: string) => formatInstant(new Date(iso), 'America/New_York', today);
  expect(say('2026-11-20T15:01:00Z')).toBe('10:01');
  expect(say('2026-11-20T04:20:00Z')).toBe('Yesterday 23:20');
  expect(say('2026-11-12T15:14:00Z')).toBe('Thu 12 Nov, 10:14');
  expect(say('2025-09-03T13:00:00Z')).toBe('3 Sep 2025, 09:00');
  expect(say('2026-11-20T05:00:00Z')).toBe('00:00');
});
