import { cellOf, DELAYS, FIRST_DELAY, LAST_DELAY } from './delays';
import type { DelayDistribution } from './distribution';

/** The first delay by which it is paid with probability `p`, in days; later for a greater `p`. */
export function delayQuantile(delays: DelayDistribution, p: number): number {
  let sum = 0;
  for (let i = 0; i < DELAYS; i += 1) {
    sum += delays[i] ?? 0;
    // Sums of many parts miss a round number by less than this.
    if (sum >= p - 1e-12) return i + FIRST_DELAY;
  }
  return LAST_DELAY;
}

/** The probability of being paid after the due day. */
export function lateProbability(delays: DelayDistribution): number {
  let sum = 0;
  for (let i = cellOf(1); i < DELAYS; i += 1) sum += delays[i] ?? 0;
  return Math.min(1, sum);
}

/**
 * The distribution among those that are not paid `days` after the due day. Null when nothing is left: it is so late that no
 * payment ever was. The last day stands for all later ones, so it is left until those have passed too.
 */
export function unpaidAfter(delays: DelayDistribution, days: number): Remaining | null {
  if (days < FIRST_DELAY) return { delays, probability: 1 };
  if (days >= LAST_DELAY) return null;
  const rest = delays.slice();
  rest.fill(0, 0, cellOf(days) + 1);
  let probability = 0;
  for (const mass of rest) probability += mass;
  if (probability <= 0) return null;
  return { delays: rest.map((mass) => mass / probability), probability };
}

/** What is left of a distribution, and how likely it was to come to that. */
interface Remaining {
  readonly delays: DelayDistribution;
  readonly probability: number;
}
