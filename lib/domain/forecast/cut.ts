import { type DelaySums, showNothing } from './delay-sums';
import { DELAYS, FIRST_DELAY, LAST_DELAY } from './delays';
import type { Kernel } from './spread';

/** Delays at which it is asked how likely it is to be paid by then: `count` of them, `step` days apart, rising. */
export interface Cut {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** Every delay that is told apart. */
export const EVERY_DAY: Cut = { start: FIRST_DELAY, step: 1, count: DELAYS };

/** How what was seen is read: spread over neighbouring days, and moved by whole days. */
export interface Lens {
  readonly kernel: Kernel;
  readonly shift: number;
}

/**
 * Shrinks probabilities of being paid by the delays of a cut, in place, toward what sums show, as if `strength` payments had been
 * as they say. `today` is the weight of the day on which it is asked.
 */
export function shrink(
  paidBy: Float64Array,
  sums: DelaySums | undefined,
  {
    cut,
    lens,
    today,
    strength,
  }: {
    readonly cut: Cut;
    readonly lens: Lens;
    readonly today: number;
    readonly strength: number;
  },
): void {
  if (!sums || showNothing(sums, today)) return;
  const total = sums[0] ?? 0;
  const scale = 1 / (total + strength * today);
  const keep = strength * today * scale;
  for (let i = 0; i < paidBy.length; i += 1) paidBy[i] = keep * (paidBy[i] ?? 0);
  const added = seenIn(sums, cut, lens);
  let sum = 0;
  for (let i = 0; i < paidBy.length; i += 1) {
    sum += added[i] ?? 0;
    paidBy[i] = (paidBy[i] ?? 0) + sum * scale;
  }
}

/** Weights by the first delay of the cut that they count for; those beyond its last are left out. */
function seenIn(sums: DelaySums, { start, step, count }: Cut, { kernel, shift }: Lens): Float64Array {
  const added = new Float64Array(count);
  const reach = (kernel.length - 1) / 2;
  for (let i = 1; i < sums.length; i += 2) {
    const middle = (sums[i] ?? 0) + FIRST_DELAY + shift;
    const weight = sums[i + 1] ?? 0;
    for (let j = -reach; j <= reach; j += 1) {
      const delay = Math.min(LAST_DELAY, Math.max(FIRST_DELAY, middle + j));
      const at = Math.max(0, Math.ceil((delay - start) / step));
      if (at < count) added[at] = (added[at] ?? 0) + weight * (kernel[j + reach] ?? 0);
    }
  }
  return added;
}
