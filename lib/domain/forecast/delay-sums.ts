import type { DayNumber } from './delays';

/**
 * Payments counted by their delay, older ones less: the sum of all weights, then cell, weight, cell, weight … of the delays that
 * occurred; one list, for there are a million. Weights only grow with the payment's day, as of `BASE`: a payment is added, or
 * taken out again, without touching what is there, in whatever order they come.
 */
export type DelaySums = number[];

/** 2050-01-01, the middle of the days that books can hold. */
const BASE: DayNumber = 29_220;
/** Fading faster, weights at the ends of the calendar would not be numbers above 0 any more. */
const FASTEST = 90;
/** 1900-01-01 and the days from there to 2199-12-31. */
const CALENDAR = { first: -25_567, days: 109_573 };

/** Weights by day, for each number of days in which they fade: an exponential is slow, and the same ones are asked for again. */
const tables = new Map<number, Float64Array>();

/**
 * What a payment of that day weighs: it fades to a third in `days`; `Infinity` is never. Divide by the weight of a later day to
 * have it as of then. @throws RangeError when `days` is below 90.
 */
export function weightOf(day: DayNumber, days: number): number {
  if (days === Number.POSITIVE_INFINITY) return 1;
  if (days < FASTEST) throw new RangeError(`Weights fade in ${FASTEST} days or more, not in ${days}.`);
  let table = tables.get(days);
  if (!table) {
    table = new Float64Array(CALENDAR.days);
    tables.set(days, table);
  }
  const known = table[day - CALENDAR.first];
  if (known) return known;
  const weight = Math.exp((day - BASE) / days);
  table[day - CALENDAR.first] = weight;
  return weight;
}

/** Sums over no payments. */
export function noSums(): DelaySums {
  return [0];
}

/** Adds a payment of that delay; takes it out again when `weight` is negative. */
export function addDelay(sums: DelaySums, cell: number, weight: number): void {
  sums[0] = (sums[0] ?? 0) + weight;
  for (let i = 1; i < sums.length; i += 2)
    if (sums[i] === cell) {
      sums[i + 1] = (sums[i + 1] ?? 0) + weight;
      return;
    }
  sums.push(cell, weight);
}

/** Whether there are no payments in sums, or none that has not faded: what is left of weights taken out again is rounding. */
export function showNothing(sums: DelaySums, today: number): boolean {
  return (sums[0] ?? 0) < 1e-9 * today;
}
