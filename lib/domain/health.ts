import { averageDays, type WeightedDays } from './measures';
import type { Minor } from './money';

/** The five parts of a customer's health: payment, what is open, trend, use of the limit, behavior. */
export type HealthPart = 'P' | 'O' | 'T' | 'U' | 'B';

/** How much each part counts, in percent. */
const HEALTH_WEIGHTS: Readonly<Record<HealthPart, number>> = { P: 45, O: 25, T: 10, U: 10, B: 10 };

/** Settled invoices without which there is no saying how a customer pays. */
const ENOUGH_SETTLED = 3;

/** Last day past due of each age that `HealthFacts.pastDueMinor` is divided into but the last. */
export const HEALTH_BOUNDS: readonly number[] = [30, 60, 90, 120];

/** What of an amount past due counts against the customer, by age: 1–30, 31–60, 61–90, 91–120, more. */
const AGE_WEIGHTS: readonly number[] = [0.25, 0.5, 0.75, 0.9, 1];

/** What a customer's health is made of, in one currency; the year, and the windows in it, end with the day that is reported on. */
export interface HealthFacts {
  /** Invoices that payments settled in the year. */
  readonly settledCount: number;
  /** Days from due to payment of all that was paid in the year: in its last 90 days, and in the 275 before. */
  readonly lateRecently: WeightedDays;
  readonly lateBefore: WeightedDays;
  /** What is open of invoices, fees and the like. */
  readonly openMinor: Minor;
  /** What of it is past due, by age: one more than `HEALTH_BOUNDS`. */
  readonly pastDueMinor: readonly Minor[];
  /** Days past due of what is, weighted by amount. */
  readonly pastDue: WeightedDays;
  /** All that is owed, unapplied credits taken off; against the limit. */
  readonly owedMinor: Minor;
  /** Null: no limit, or one in another currency. */
  readonly creditLimitMinor: Minor | null;
  /** Promises whose last day went by in the year before all of it had arrived, and payments that were taken back in it. */
  readonly brokenCount: number;
  readonly bouncedCount: number;
}

/** A customer's health: 0 to 100, unrounded, and its parts; null of a part that there is nothing to say about. */
export interface Health {
  readonly score: number;
  readonly parts: Readonly<Record<HealthPart, number | null>>;
}

/** Where a score stands. */
export type HealthBand = 'healthy' | 'watch' | 'at_risk';

/** The band of a score as it is written, in whole points: 80 and more is healthy, less than 50 at risk. */
export function healthBand(score: number): HealthBand {
  const written = wholeScore(score);
  if (written >= 80) return 'healthy';
  return written >= 50 ? 'watch' : 'at_risk';
}

/** A score as it is written, in whole points. */
export function wholeScore(score: number): number {
  return Math.round(score);
}

/** The risk of a score: 100 less the health. */
export function riskOf(score: number): number {
  return 100 - score;
}

/** The weighted mean of the parts that exist; null when too few invoices were settled to say. */
export function healthOf(facts: HealthFacts): Health | null {
  if (facts.settledCount < ENOUGH_SETTLED) return null;
  const parts = {
    P: paymentPart(facts),
    O: openPart(facts),
    T: trendPart(facts),
    U: limitPart(facts),
    B: clamped(100 - 25 * (facts.brokenCount + facts.bouncedCount)),
  };
  const points = HEALTH_PARTS.reduce((sum, part) => sum + HEALTH_WEIGHTS[part] * (parts[part] ?? 0), 0);
  return { score: points / weightOf(parts), parts };
}

/** The points of 100 that each part takes from a score, most first; parts that take none are left out. */
export function healthDeductions({
  parts,
}: Health): { readonly part: HealthPart; readonly points: number }[] {
  const weight = weightOf(parts);
  return HEALTH_PARTS.flatMap((part) => {
    const points = (HEALTH_WEIGHTS[part] * (100 - (parts[part] ?? 100))) / weight;
    return points > 0 ? [{ part, points }] : [];
  }).toSorted((a, b) => b.points - a.points);
}

/** The same in whole points, as they are written: with the written score they add up to 100. By the largest remainder. */
export function wholeDeductions(health: Health): { readonly part: HealthPart; readonly points: number }[] {
  const exact = healthDeductions(health);
  const floors = exact.reduce((sum, { points }) => sum + Math.floor(points), 0);
  const left = 100 - wholeScore(health.score) - floors;
  const raised = new Set(exact.toSorted((a, b) => (b.points % 1) - (a.points % 1)).slice(0, left));
  return exact.flatMap((each) => {
    const points = Math.floor(each.points) + (raised.has(each) ? 1 : 0);
    return points > 0 ? [{ part: each.part, points }] : [];
  });
}

/** Days by which payments came later of late than before, weighted by amount; null without payments in either window. */
export function driftDays({ lateRecently, lateBefore }: HealthFacts): number | null {
  const [now, before] = [averageDays(lateRecently), averageDays(lateBefore)];
  return now === null || before === null ? null : now - before;
}

const HEALTH_PARTS: readonly HealthPart[] = ['P', 'O', 'T', 'U', 'B'];

/** Payment score by days late, after the scale that credit bureaus use: on time is 80. */
const PAYMENT_SCALE: readonly (readonly [days: number, score: number])[] = [
  [-30, 100],
  [0, 80],
  [15, 70],
  [30, 50],
  [45, 45],
  [60, 40],
  [90, 30],
  [120, 20],
  [180, 0],
];

/** The score of so many days late: straight lines between the marks; early is below 0. */
export function paymentScore(days: number): number {
  const at = PAYMENT_SCALE.findIndex(([mark]) => days < mark);
  const [below, above] = [PAYMENT_SCALE[at - 1], PAYMENT_SCALE[at]];
  if (!above) return 0;
  if (!below) return 100;
  return below[1] + ((days - below[0]) * (above[1] - below[1])) / (above[0] - below[0]);
}

function paymentPart({ lateRecently, lateBefore, pastDue }: HealthFacts): number | null {
  const all = [lateRecently, lateBefore, pastDue];
  const days = averageDays({
    amountMinor: all.reduce((sum, each) => sum + each.amountMinor, 0),
    amountDays: all.reduce((sum, each) => sum + each.amountDays, 0),
  });
  return days === null ? null : paymentScore(days);
}

function openPart({ openMinor, pastDueMinor }: HealthFacts): number | null {
  if (openMinor === 0) return null;
  const weighed = pastDueMinor.reduce((sum, amount, i) => sum + amount * (AGE_WEIGHTS[i] ?? 1), 0);
  return clamped(100 * (1 - weighed / openMinor));
}

function trendPart(facts: HealthFacts): number | null {
  const drift = driftDays(facts);
  return drift === null ? null : clamped(50 - 2.5 * drift);
}

/** 100 to half the limit, from there in a straight line to 0 at 120 % of it. */
function limitPart({ owedMinor, creditLimitMinor }: HealthFacts): number | null {
  if (creditLimitMinor === null) return null;
  if (creditLimitMinor === 0) return owedMinor > 0 ? 0 : null;
  return clamped((100 * (1.2 - owedMinor / creditLimitMinor)) / 0.7);
}

function weightOf(parts: Health['parts']): number {
  return HEALTH_PARTS.reduce((sum, part) => sum + (parts[part] === null ? 0 : HEALTH_WEIGHTS[part]), 0);
}

function clamped(value: number): number {
  return Math.min(100, Math.max(0, value));
}
