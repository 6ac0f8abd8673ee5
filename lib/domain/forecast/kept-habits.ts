import { addDelay, type DelaySums, noSums } from './delay-sums';
import type { DriftSum } from './drift';
import { type CustomerHabits, customerOf, type Habits, noHabits } from './habits';
import type { Pooling } from './pooling';

/** Sums of a customer's payments, or everybody's, of invoices due on one day of the week, as they are stored. */
export interface KeptSums {
  /** `EVERYBODY` for all customers together. */
  readonly customerId: string;
  readonly weekday: number;
  /** What was counted, rising, and its weight. */
  readonly codes: readonly number[];
  readonly weights: readonly number[];
}

/** A customer's four sums of how late it was lately and usually, as stored in two arrays. */
export interface KeptDrift {
  readonly customerId: string;
  readonly lately: number;
  readonly latelyDelay: number;
  readonly usually: number;
  readonly usuallyDelay: number;
}

/** Whose id stands for all customers together. */
export const EVERYBODY = '00000000-0000-0000-0000-000000000000';

/** The first codes: invoices paid and lost. Those up to `DELAYS_FROM` are of drift. */
const PAID = 0;
const LOST = 1;
/** Codes in groups of a thousand, a delay's cell added: by due weekday, never fading, in 120 days, in 500. */
const UNFADED = 1;
const BY_FADING = new Map([
  [Number.POSITIVE_INFINITY, UNFADED],
  [120, 2],
  [500, 3],
]);
/** Then by day of the month, from 100 on, and by size, from 200 on: the keys of `groupsOf`, but for the weekday of a size. */
const MONTH_DAYS = 100;
const SIZES = 200;

/** Codes from the first to the second, both included. */
type CodeRange = readonly [number, number];

/**
 * Which codes of a customer's sums count to at least one of some poolings, rising, ranges that follow each other as one; none when
 * customers' own payments count to none of them. Large books are read by these alone.
 */
export function codesFor(poolings: readonly Pooling[]): CodeRange[] {
  const own = poolings.filter(({ customerStrength }) => customerStrength < Number.POSITIVE_INFINITY);
  const fadings = new Set(own.flatMap(({ customerDays, weekdayDays }) => [customerDays, weekdayDays]));
  const groups = [...BY_FADING].filter(([days]) => fadings.has(days)).map(([, group]) => group);
  const counts = (strength: 'monthDayStrength' | 'sizeStrength') =>
    own.some((pooling) => pooling[strength] < Number.POSITIVE_INFINITY);
  return joined([
    ...groups.toSorted((a, b) => a - b).map((group): CodeRange => [1000 * group, 1000 * group + 999]),
    ...(counts('monthDayStrength') ? [[1000 * MONTH_DAYS, 1000 * SIZES - 1] as const] : []),
    ...(counts('sizeStrength') ? [[1000 * SIZES, 2 ** 31 - 1] as const] : []),
  ]);
}

function joined([first, ...rest]: readonly CodeRange[]): CodeRange[] {
  if (!first) return [];
  const [next, ...others] = rest;
  if (next && first[1] + 1 === next[0]) return joined([[first[0], next[1]], ...others]);
  return [first, ...joined(rest)];
}

/** What is stored of how customers paid, as far as it is read. */
interface Kept {
  readonly sums: readonly KeptSums[];
  /** Of customers whose payments will be learned, or counted out. */
  readonly drifts: readonly KeptDrift[];
  /** Of all the other customers together. */
  readonly others: DriftSum;
}

/** The habits that stored sums show, to a pooling. What comes of it is what learning the same payments comes to. */
export function habitsFrom({ sums, drifts, others }: Kept, pooling: Pooling): Habits {
  const habits = { ...noHabits(pooling), others };
  for (const { customerId, ...drift } of drifts)
    habits.customers.set(customerId, { all: noSums(), groups: new Map(), drift });
  for (const kept of sums)
    if (kept.customerId === EVERYBODY) takeEverybody(habits, kept);
    else if (pooling.customerStrength < Number.POSITIVE_INFINITY)
      takeCustomer(customerOf(habits, kept.customerId), kept, pooling);
  return habits;
}

function takeEverybody(habits: Habits, { weekday, codes, weights }: KeptSums): void {
  const sameWeekday = habits.byWeekday[weekday];
  for (const [i, code] of codes.entries()) {
    const weight = weights[i] ?? 0;
    if (code === PAID) habits.paid += weight;
    else if (code === LOST) habits.lost += weight;
    else if (code >= 1000) {
      addDelay(habits.all, code % 1000, weight);
      if (sameWeekday) addDelay(sameWeekday, code % 1000, weight);
    }
  }
}

function takeCustomer(own: CustomerHabits, { weekday, codes, weights }: KeptSums, pooling: Pooling): void {
  const [ownFading, weekdayFading] = [
    BY_FADING.get(pooling.customerDays),
    BY_FADING.get(pooling.weekdayDays),
  ];
  for (const [i, code] of codes.entries()) {
    if (code < 1000) continue;
    const [group, cell, weight] = [Math.floor(code / 1000), code % 1000, weights[i] ?? 0];
    if (group === ownFading) addDelay(own.all, cell, weight);
    if (group === weekdayFading) addDelay(groupOf(own, weekday), cell, weight);
    if (group >= SIZES) {
      if (pooling.sizeStrength < Number.POSITIVE_INFINITY)
        addDelay(groupOf(own, SIZES + 7 * (group - SIZES) + weekday), cell, weight);
    } else if (group >= MONTH_DAYS && pooling.monthDayStrength < Number.POSITIVE_INFINITY)
      addDelay(groupOf(own, group), cell, weight);
  }
}

function groupOf({ groups }: CustomerHabits, key: number): DelaySums {
  const known = groups.get(key);
  if (known) return known;
  const sums = noSums();
  groups.set(key, sums);
  return sums;
}
