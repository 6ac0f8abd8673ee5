import { addDelay, type DelaySums, noSums } from './delay-sums';
import type { DriftSum } from './drift';
import { type CustomerHabits, customerOf, groupsOf, type Habits, noHabits, type Payable } from './habits';
import type { Pooling } from './pooling';

/** Takes one sum: of invoices due on a day of the week, what was counted, and its weight. */
export type TakeSum = (weekday: number, code: number, weight: number) => void;

/** Sums of a customer's payments, or everybody's, as they are stored. */
export interface KeptSums {
  /** `EVERYBODY` for all customers together. */
  readonly customerId: string;
  /** Hands out each of them, the codes of a weekday rising: a large book has millions, and none is kept for its own sake. */
  readonly each: (take: TakeSum) => void;
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
  /** What the habits will be asked about: of its customers, the groups that these belong to are taken, and no others. */
  readonly items: readonly Payable[];
}

/** The habits that stored sums show, to a pooling. What comes of it is what learning the same payments comes to. */
export function habitsFrom({ sums, drifts, others, items }: Kept, pooling: Pooling): Habits {
  const habits = { ...noHabits(pooling), others };
  const wanted = wantedGroups(items, pooling);
  for (const { customerId, ...drift } of drifts)
    habits.customers.set(customerId, { all: noSums(), groups: new Map(), drift });
  for (const kept of sums)
    if (kept.customerId === EVERYBODY) takeEverybody(habits, kept);
    else if (pooling.customerStrength < Number.POSITIVE_INFINITY)
      takeCustomer(customerOf(habits, kept.customerId), kept, {
        pooling,
        wanted: wanted.get(kept.customerId) ?? new Set(),
      });
  return habits;
}

/** The keys of the groups that items belong to, by customer. */
function wantedGroups(items: readonly Payable[], pooling: Pooling): Map<string, Set<number>> {
  const wanted = new Map<string, Set<number>>();
  for (const item of items) {
    const keys = wanted.get(item.customerId) ?? new Set();
    wanted.set(item.customerId, keys);
    for (const { key } of groupsOf(item, pooling)) keys.add(key);
  }
  return wanted;
}

function takeEverybody(habits: Habits, { each }: KeptSums): void {
  each((weekday, code, weight) => {
    const sameWeekday = habits.byWeekday[weekday];
    if (code === PAID) habits.paid += weight;
    else if (code === LOST) habits.lost += weight;
    else if (code >= 1000) {
      addDelay(habits.all, code % 1000, weight);
      if (sameWeekday) addDelay(sameWeekday, code % 1000, weight);
    }
  });
}

function takeCustomer(
  own: CustomerHabits,
  { each }: KeptSums,
  { pooling, wanted }: { readonly pooling: Pooling; readonly wanted: ReadonlySet<number> },
): void {
  const [ownFading, weekdayFading] = [
    BY_FADING.get(pooling.customerDays),
    BY_FADING.get(pooling.weekdayDays),
  ];
  let [run, isOwn]: [number, boolean] = [Number.NaN, false];
  let sums: DelaySums | null = null;
  each((weekday, code, weight) => {
    const group = Math.floor(code / 1000);
    if (7 * group + weekday !== run) {
      run = 7 * group + weekday;
      isOwn = group === ownFading;
      const key = group === weekdayFading ? weekday : keyOf(group, weekday);
      sums = key !== null && wanted.has(key) ? groupOf(own, key) : null;
    }
    if (isOwn) addDelay(own.all, code % 1000, weight);
    if (sums) addDelay(sums, code % 1000, weight);
  });
}

/** The key of `groupsOf` for codes of a day of the month, or of a size; null for others. */
function keyOf(group: number, weekday: number): number | null {
  if (group >= SIZES) return SIZES + 7 * (group - SIZES) + weekday;
  return group >= MONTH_DAYS ? group : null;
}

function groupOf({ groups }: CustomerHabits, key: number): DelaySums {
  const known = groups.get(key);
  if (known) return known;
  const sums = noSums();
  groups.set(key, sums);
  return sums;
}
