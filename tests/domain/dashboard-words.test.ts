import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDashboardView } from '@/lib/dashboard-view';
import { freeName, positionWords } from '@/lib/dashboard-widgets';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { DEFAULT_LAYOUT } from '@/lib/domain/dashboard-layout';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatCompact, formatMonth } from '@/lib/format';
import { holds } from './holds';

const ORG = { currency: 'USD', agingBasis: 'due' as const, bounds: DEFAULT_BOUNDS };
const TODAY = toPlainDate('2026-11-20');

holds(
  'a free name is taken by nobody, begins with the wanted one, and is that one where it can be',
  [
    fc.constantFrom<string>('View', 'Mine'),
    fc.array(fc.constantFrom<string>('View', 'View 2', 'View 3', 'Mine', 'Mine 4')),
  ],
  (wanted, taken) => {
    const name = freeName(wanted, taken);
    return !taken.includes(name) && name.startsWith(wanted) && (name === wanted) === !taken.includes(wanted);
  },
);

test('where a widget stands is said in rows and positions; of one that is not there nothing is', () => {
  expect(positionWords(DEFAULT_LAYOUT, 'cash-expected')).toBe('row 2, position 2 of 2');
  expect(positionWords(DEFAULT_LAYOUT, 'provision')).toBe('');
});

test.each([
  [0, 'USD', '$0'],
  [94_950, 'USD', '$950'],
  [540_000, 'USD', '$5.4k'],
  [11_841_000, 'USD', '$118k'],
  [-121_000_000, 'USD', '-$1.2m'],
  [99_960_000, 'USD', '$1m'],
  [9_996_000, 'USD', '$100k'],
  [5_400, 'JPY', '¥5.4k'],
  [999_499_999, 'JPY', '¥999m'],
  [999_999_999_999, 'JPY', '¥1000b'],
  [-3_210_000_000, 'JPY', '-¥3.2b'],
  [1_234_000, 'KWD', 'KWD 1.2k'],
])('%d of %s is %s beside an exact amount', (amount, currency, text) => {
  expect(formatCompact(toMinor(amount), currency).replace(/\s/, ' ')).toBe(text);
});

test('the month of a day', () => {
  expect([formatMonth(TODAY, 'long'), formatMonth(TODAY, 'short')]).toEqual(['November', 'Nov']);
});

test('an address is read whole, and what cannot be read is named and left out', () => {
  const d = '0198c0de-0000-7000-8000-000000000000';
  const { view, dropped } = readDashboardView(
    { asOf: '2026-10-31', currency: 'EUR', d, aging: 'donut', edit: '1', dialog: 'manage', q: 'acme' },
    ORG,
    TODAY,
  );
  expect(dropped).toEqual([]);
  expect(view).toMatchObject({ dashboardId: d, isEditing: true, agingAs: 'donut', dialog: 'manage' });
  expect(view.filters).toMatchObject({ asOf: '2026-10-31', currency: 'EUR', q: '', lateOnly: false });
  const bad = readDashboardView({ asOf: '2026-02-30', d: 'x', aging: 'pie', edit: 'yes' }, ORG, TODAY);
  expect(bad.dropped.toSorted()).toEqual(['aging', 'asOf', 'd', 'edit']);
  expect(bad.view).toMatchObject({ dashboardId: null, isEditing: false, agingAs: 'bars' });
});
