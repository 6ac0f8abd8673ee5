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
  /** How much of a payment counts by each day from so many before its own to as many after it, rising to 1. */
  readonly upTo: Float64Array;
  readonly shift: number;
}

/** The lens that spreads by a kernel. */
export function lensOf(kernel: Kernel, shift: number): Lens {
  let sum = 0;
  const upTo = Float64Array.from(kernel, (weight) => (sum += weight));
  upTo[upTo.length - 1] = 1;
  return { upTo, shift };
}

/**
 * Shrinks probabilities of being paid by the delays of a cut, in place, toward what sums show, as if `strength` payments had been
 * as they say. `today` is the weight of the day on which it is asked.
 */
export function shrink(
  paidBy: number[],
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
  const scale = 1 / ((sums[0] ?? 0) + strength * today);
  const keep = strength * today * scale;
  for (let i = 0; i < paidBy.length; i += 1) paidBy[i] = keep * (paidBy[i] ?? 0);
  addSeen(paidBy, sums, { cut, lens, scale });
}

/** Adds the weights seen by each delay of the cut, scaled: all of them by the last delay, none before the first. */
function addSeen(
  paidBy: number[],
  sums: DelaySums,
  { cut, lens, scale }: { readonly cut: Cut; readonly lens: Lens; readonly scale: number },
): void {
  const { start, step, count } = cut;
  const { upTo, shift } = lens;
  const within = (delay: number) => Math.min(count, Math.max(0, Math.ceil((delay - start) / step)));
  const [begin, end] = [within(FIRST_DELAY), within(LAST_DELAY)];
  const last = upTo.length - 1;
  const origin = start - FIRST_DELAY - shift + last / 2;
  for (let pair = 1; pair < sums.length; pair += 2) {
    const part = scale * (sums[pair + 1] ?? 0);
    const first = origin - (sums[pair] ?? 0);
    for (let i = begin; i < end; i += 1) {
      const at = first + i * step;
      if (at >= 0) paidBy[i] = (paidBy[i] ?? 0) + part * (upTo[at < last ? at : last] ?? 0);
    }
    for (let i = end; i < count; i += 1) paidBy[i] = (paidBy[i] ?? 0) + part;
  }
}
