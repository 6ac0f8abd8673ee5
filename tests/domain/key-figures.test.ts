import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIGURED_MONTHS, type FiguredMonth, monthlyFigures } from '@/lib/domain/key-figures';
import { countBackDso, countBackParts } from '@/lib/domain/measures';
import { sumOf, toMinor } from '@/lib/domain/money';
import { monthMeasures } from '@/lib/domain/month-measures';
import { GOLDEN } from './golden';
import { holds } from './holds';

const NO_DAYS = { amountMinor: 0, amountDays: 0 };
const month = (sales: number, current: number, pastDue: number): FiguredMonth => ({
  days: 30,
  openingMinor: toMinor(0),
  salesMinor: toMinor(sales),
  closingMinor: toMinor(current + pastDue),
  currentMinor: toMinor(current),
  pastDueMinor: toMinor(pastDue),
  paid: NO_DAYS,
  late: NO_DAYS,
});

test('each figure is followed over a year, with the month before beside it', () => {
  const months = Array.from({ length: FIGURED_MONTHS }, (_, i) => month(100, 60, i));
  const { owed, billed, late, dso, bestPossibleDso, cei } = monthlyFigures(months);
  expect(late).toMatchObject({ now: 23, before: 22, better: 'lower' });
  expect(late.months).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
  expect([owed.now, billed.now, owed.better]).toEqual([83, 83, null]);
  expect(dso.now).toBeCloseTo(30 * 0.83, 9);
  expect(bestPossibleDso.now).toBeCloseTo(30 * 0.6, 9);
  expect(cei).toMatchObject({ better: 'higher', now: (100 * (100 - 83)) / (100 - 60) });
  expect(() => monthlyFigures(months.slice(1))).toThrow(RangeError);
});

test.each(GOLDEN.countBack.filter(({ dso }) => dso !== null))(
  'counting $ar back against $months takes it month by month',
  ({ ar, months }) => {
    const parts = countBackParts(
      toMinor(ar),
      months.map(([sales, days]) => ({ salesMinor: toMinor(sales), days })),
    );
    expect(sumOf((parts ?? []).map((part) => part.takenMinor))).toBe(ar);
  },
);

const anyMinor = fc.integer({ min: -1_000_000, max: 1_000_000 });

holds(
  'the receipt of a count-back adds up to the days, and to what is owed',
  [fc.integer({ min: 0, max: 3_000_000 }), fc.array(anyMinor, { maxLength: 13 })],
  (owed, sales) => {
    const months = sales.map((salesMinor) => ({ salesMinor: toMinor(salesMinor), days: 30 }));
    const parts = countBackParts(toMinor(owed), months);
    const dso = countBackDso(toMinor(owed), months);
    if (parts === null || dso === null) return parts === null && dso === null;
    const days = parts.reduce((sum, part) => sum + part.days, 0);
    return Math.abs(days - dso) < 1e-9 && sumOf(parts.map((part) => part.takenMinor)) === owed;
  },
);

holds(
  'the figures of now are the measures of the last month',
  [
    fc.array(fc.tuple(anyMinor, anyMinor, anyMinor), {
      minLength: FIGURED_MONTHS,
      maxLength: FIGURED_MONTHS,
    }),
  ],
  (drawn) => {
    const months = drawn.map(([sales, current, pastDue]) =>
      month(sales, Math.abs(current), Math.abs(pastDue)),
    );
    const figures = monthlyFigures(months);
    const measures = monthMeasures(months.slice(-13));
    return (
      figures.dso.now === measures?.countBackDso &&
      figures.cei.now === measures.cei &&
      figures.owed.now === months.at(-1)?.closingMinor &&
      figures.late.before === months.at(-2)?.pastDueMinor
    );
  },
);
