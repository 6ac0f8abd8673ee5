/** Spaces between the lines of an axis, about. */
const SPACES = 3;
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 10];

/**
 * The lines of an axis that holds all values, even steps apart: from 0 where `fromZero`, else from below the smallest. Drawings that
 * come before the chart library has come are scaled by it too, so that nothing moves when it has.
 */
export function axisLines(values: readonly number[], { fromZero }: { readonly fromZero: boolean }): number[] {
  const max = Math.max(...values, fromZero ? 1 : Number.NEGATIVE_INFINITY);
  const min = fromZero ? 0 : Math.min(...values);
  if (!Number.isFinite(max)) return [0, 1];
  // Values that are all alike have an axis too.
  const least = Math.max(max - min, Math.abs(max) / 100, 0.01) / SPACES;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * (STEPS.find((each) => each * power >= least) ?? 10);
  const first = Math.floor(min / step);
  const last = Math.max(first + 1, Math.ceil(max / step));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Where a value lies between the first and the last line of its axis: 0 at the bottom, 1 at the top. */
export function shareOf(value: number, lines: readonly number[]): number {
  const [bottom = 0, top = 1] = [lines[0], lines.at(-1)];
  return (value - bottom) / (top - bottom);
}
