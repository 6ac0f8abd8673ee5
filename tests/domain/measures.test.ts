import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  averageDays,
  averageDaysDelinquent,
  averageDaysOverdue,
  collectionEffectiveness,
  countBackDso,
  daysSalesOutstanding,
  percentCurrent,
  turnover,
  weigh,
} from '@/lib/domain/measures';
import { toMinor } from '@/lib/domain/money';
import { type MeasuredMonth, monthMeasures } from '@/lib/domain/month-measures';
import { GOLDEN } from './golden';
import { holds } from './holds';

const timed = (rows: readonly (readonly [number, number])[]) =>
  weigh(rows.map(([amount, days]) => ({ amountMinor: toMinor(amount), days })));
const periods = (rows: readonly (readonly [number, number])[]) =>
  rows.map(([sales, days]) => ({ salesMinor: toMinor(sales), days }));

test('DSO, the best possible and the days between them (worked example)', () => {
  const { simple, best } = GOLDEN.dso;
  const year = { salesMinor: toMinor(simple.sales), days: simple.days };
  const dso = daysSalesOutstanding(toMinor(simple.ar), year);
  const bestPossible = daysSalesOutstanding(toMinor(best.current), year);
  expect(dso).toBeCloseTo(simple.dso, 2);
  expect(bestPossible).toBeCloseTo(best.dso, 2);
  expect(averageDaysDelinquent(dso, bestPossible)).toBeCloseTo(best.delinquent, 2);
});

test.each(GOLDEN.countBack)('$ar against $months is $dso days counted back', ({ ar, months, dso }) => {
  const counted = countBackDso(toMinor(ar), periods(months));
  if (dso === null) expect(counted).toBeNull();
  else expect(counted).toBeCloseTo(dso, 2);
});

test.each(GOLDEN.cei)('of $beginning and $sales, $ending left is $cei %', (example) => {
  const cei = collectionEffectiveness({
    beginningMinor: toMinor(example.beginning),
    salesMinor: toMinor(example.sales),
    months: example.months,
    endingMinor: toMinor(example.ending),
    endingCurrentMinor: toMinor(example.current),
  });
  if (example.cei === null) expect(cei).toBeNull();
  else expect(cei).toBeCloseTo(example.cei, 2);
});

test('days late, payment velocity, turnover and percent current (worked examples)', () => {
  expect(averageDays(timed(GOLDEN.late.rows))).toBeCloseTo(GOLDEN.late.days, 2);
  expect(averageDays(timed(GOLDEN.velocity.rows))).toBe(GOLDEN.velocity.days);
  const { sales, average, times } = GOLDEN.turnover;
  expect(turnover(toMinor(sales), average)).toBe(times);
  expect(percentCurrent(toMinor(12_000_000), toMinor(15_000_000))).toBe(80);
  expect(averageDaysOverdue(45, 3)).toBe(15);
});

test('where there is nothing to divide by there is no measure, and never a zero or NaN in its place', () => {
  const nothing: MeasuredMonth = {
    days: 30,
    openingMinor: toMinor(0),
    salesMinor: toMinor(0),
    closingMinor: toMinor(0),
    currentMinor: toMinor(0),
    paid: timed([]),
    late: timed([]),
  };
  expect(monthMeasures([nothing])).toEqual({
    dso: null,
    bestPossibleDso: null,
    averageDaysDelinquent: null,
    countBackDso: null,
    bestPossibleCountBackDso: null,
    cei: null,
    percentCurrent: null,
    turnover: null,
    averageDaysLate: null,
    paymentVelocity: null,
  });
  expect(monthMeasures([])).toBeNull();
  expect(averageDaysOverdue(0, 0)).toBeNull();
  expect(daysSalesOutstanding(toMinor(5), { salesMinor: toMinor(-5), days: 30 })).toBeNull();
});

const anyMinor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(toMinor);
const someMinor = fc.nat(1_000_000_000).map(toMinor);
const anyPeriods = fc.array(fc.record({ salesMinor: anyMinor, days: fc.integer({ min: 28, max: 31 }) }), {
  maxLength: 15,
});
const anyTimed = fc
  .array(fc.record({ amountMinor: someMinor, days: fc.integer({ min: -400, max: 4_000 }) }), { maxLength: 9 })
  .map(weigh);
const anyMonth: fc.Arbitrary<MeasuredMonth> = fc.record({
  days: fc.integer({ min: 1, max: 31 }),
  openingMinor: anyMinor,
  salesMinor: anyMinor,
  closingMinor: anyMinor,
  currentMinor: someMinor,
  paid: anyTimed,
  late: anyTimed,
});

holds(
  'whatever the books, each measure is a finite number or null',
  [fc.array(anyMonth, { minLength: 1, maxLength: 14 })],
  (months) =>
    Object.values(monthMeasures(months) ?? {}).every((value) => value === null || Number.isFinite(value)),
);

holds(
  'counting back never gives more days than there are, and more owed never gives fewer',
  [someMinor, someMinor, anyPeriods],
  (a, b, months) => {
    const all = months.reduce((sum, month) => sum + month.days, 0);
    const [less, more] = [Math.min(a, b), Math.max(a, b)].map((ar) => countBackDso(toMinor(ar), months));
    const within = [less, more].every((days) => days === null || days === undefined || days <= all);
    return within && (more === null || (less !== null && (less ?? 0) <= (more ?? 0) + 1e-9));
  },
);

holds(
  'an average of days lies between the shortest and the longest, whatever the amounts',
  [
    fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: -400, max: 4_000 })), {
      minLength: 1,
      maxLength: 9,
    }),
  ],
  (rows) => {
    const average = averageDays(timed(rows)) ?? Number.NaN;
    const days = rows.map(([, each]) => each);
    return average >= Math.min(...days) - 1e-6 && average <= Math.max(...days) + 1e-6;
  },
);

holds(
  'what is current is never later than all that is owed: no average days delinquent below 0',
  [someMinor, someMinor, fc.integer({ min: 1, max: 1_000_000_000 }).map(toMinor)],
  (current, late, salesMinor) => {
    const period = { salesMinor, days: 30 };
    const dso = daysSalesOutstanding(toMinor(current + late), period);
    return (averageDaysDelinquent(dso, daysSalesOutstanding(current, period)) ?? -1) >= 0;
  },
);
