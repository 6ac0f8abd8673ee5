import type { CashPoint } from './cash-chart';
import type { DaysPoint } from './days-chart';
import { axisLines } from './scale';
import type { TrendPoint } from './trend-chart';

/** The lines of the money axis, from 0. */
export function cashLines(points: readonly CashPoint[]): number[] {
  const amounts = points.flatMap(({ received, expected, range }) => [received, expected, range?.[1]]);
  return axisLines(known(amounts), { fromZero: true });
}

/** The lines of the axis of counts, from 0, none between two whole numbers. */
export function daysLines(points: readonly DaysPoint[]): number[] {
  return axisLines([3, ...points.map(({ count }) => count)], { fromZero: true });
}

/** The lines of the axis of a measure, which need not begin at 0. */
export function trendLines(points: readonly TrendPoint[]): number[] {
  return axisLines(known(points.flatMap(({ value, reference }) => [value, reference])), { fromZero: false });
}

function known(values: readonly (number | null | undefined)[]): number[] {
  return values.filter((value) => value != null);
}
