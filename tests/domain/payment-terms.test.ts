import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { instalmentsOf, type TermLine, termsProblem } from '@/lib/domain/payment-terms';
import { holds } from './holds';

const DATE = toPlainDate('2026-01-31');
const after = (months: number, days = 0) => ({ months, days });
const third: TermLine = { kind: 'percent_of_total', ratio: '0.3333', divisor: '3', ...after(0, 30) };
const rest: TermLine = { kind: 'remainder', ...after(0) };
const amounts = (lines: readonly TermLine[], total: number) =>
  instalmentsOf(lines, toMinor(total), DATE)?.map((part) => part.amountMinor) ?? null;

test('half now, a third of what is left in a month, the rest in two: days and amounts', () => {
  const lines: TermLine[] = [
    { kind: 'percent_of_total', ratio: '0.5', ...after(0) },
    { kind: 'percent_of_remaining', ratio: '0.333333', divisor: '3', ...after(1) },
    { kind: 'remainder', ...after(2, 10) },
  ];
  expect(instalmentsOf(lines, toMinor(100_000), DATE)).toEqual([
    { dueOn: '2026-01-31', amountMinor: 50_000 },
    { dueOn: '2026-02-28', amountMinor: 16_667 },
    { dueOn: '2026-04-10', amountMinor: 33_333 },
  ]);
});

test('a day of the month is taken after the months, clamped to a short month, and before the days', () => {
  const on = (dayOfMonth: number, months: number, days: number) =>
    instalmentsOf([{ kind: 'remainder', months, dayOfMonth, days }], toMinor(1), DATE)?.[0]?.dueOn;
  expect([on(15, 2, 30), on(31, 1, 0), on(1, 0, 0), on(31, 3, 1)]).toEqual([
    '2026-04-14',
    '2026-02-28',
    '2026-01-01',
    '2026-05-01',
  ]);
});

test('thirds are exact by their divisor, and cents go to the largest remainder, first of equals first', () => {
  expect(amounts([third, third, rest], 10_000)).toEqual([3_334, 3_333, 3_333]);
  expect(amounts([third, third, rest], 1)).toEqual([1]);
});

test('a fixed part comes first, and nothing more can be taken than there is', () => {
  const fixed: TermLine = { kind: 'fixed', amountMinor: toMinor(2_500), ...after(0) };
  expect(amounts([fixed, { ...third, kind: 'percent_of_remaining' }, rest], 10_000)).toEqual([
    2_500, 2_500, 5_000,
  ]);
  expect(amounts([fixed, rest], 2_500)).toEqual([2_500]);
  expect(amounts([fixed, rest], 2_499)).toBeNull();
  expect(amounts([{ ...rest, ...after(2_400) }], 100)).toBeNull();
});

describe('terms that cannot be used', () => {
  test.each<[string, TermLine[]]>([
    ['no line', []],
    ['no remainder', [third]],
    ['a remainder before the end', [rest, rest]],
    ['a ratio of 0.4 with a divisor of 2', [{ ...third, ratio: '0.4', divisor: '2' }, rest]],
    ['a divisor of nothing', [{ ...third, divisor: '0' }, rest]],
    ['a ratio of nothing', [{ ...third, ratio: '0', divisor: undefined }, rest]],
    ['a ratio above one', [{ ...third, ratio: '1.01', divisor: undefined }, rest]],
    ['a fixed part of nothing', [{ kind: 'fixed', amountMinor: toMinor(0), ...after(0) }, rest]],
  ])('%s', (_what, lines) => {
    expect(termsProblem(lines)).toMatch(/\.$/);
  });

  test.each([
    ['0.25', '4'],
    ['0.4', '2.5'],
    ['0.3333', '3'],
    ['1', '1'],
  ])('a ratio of %s with a divisor of %s is not among them', (ratio, divisor) => {
    expect(termsProblem([{ ...third, ratio, divisor }, rest])).toBeNull();
  });
});

const share = fc.record({
  kind: fc.constantFrom('percent_of_total' as const, 'percent_of_remaining' as const),
  ratio: fc.integer({ min: 1, max: 300 }).map((n) => `0.${String(n).padStart(3, '0')}`),
  months: fc.nat(12),
  days: fc.nat(60),
});
holds(
  'instalments add up to the total, and none is due before the invoice',
  [fc.array(share, { maxLength: 3 }), fc.integer({ min: 1, max: 1_000_000_000 })],
  (shares, total) => {
    const parts = instalmentsOf([...shares, rest], toMinor(total), DATE) ?? [];
    const sum = parts.reduce((a, part) => a + part.amountMinor, 0);
    return sum === total && parts.every((part) => part.amountMinor > 0 && part.dueOn >= DATE);
  },
);
