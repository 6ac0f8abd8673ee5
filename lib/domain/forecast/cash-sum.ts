/** An amount that comes with a probability, or does not. */
export interface Chance {
  readonly amount: number;
  readonly probability: number;
}

/** Many of them: their amounts, and their probabilities in the same order. As objects a hundred thousand burden the collector. */
export interface Chances {
  readonly amounts: Float64Array;
  readonly probabilities: Float64Array;
}

/** Chances reckoned one by one; beside these what is left is so small that only its mean and variance matter. */
export const LARGE = 300;
/** Steps from nothing to all of the large ones. */
const STEPS = 400;

/**
 * Quantiles of the sum of independent chances: of the first `LARGE` by convolution on a grid that keeps every mean, of the others
 * by the normal distribution of their mean and variance; so the largest come first. `error` is the standard deviation of what
 * moves the whole sum. Between nothing and everything, rising with the probability.
 */
export function sumQuantiles(
  { amounts, probabilities: likely }: Chances,
  error: number,
  probabilities: readonly number[],
): number[] {
  const { grid, step } = convolved({
    amounts: amounts.subarray(0, LARGE),
    probabilities: likely.subarray(0, LARGE),
  });
  let [all, mean, variance] = [0, 0, error ** 2];
  for (let i = 0; i < amounts.length; i += 1) {
    const [amount, probability] = [amounts[i] ?? 0, likely[i] ?? 0];
    if (probability > 0) all += amount;
    if (i < LARGE) continue;
    mean += amount * probability;
    variance += varianceOf({ amount, probability });
  }
  const deviation = Math.sqrt(variance);
  const points = [...grid].flatMap((mass, i) => (mass > NOTHING ? { at: i * step, mass } : []));
  const below = (x: number) => {
    let sum = 0;
    for (const { at, mass } of points) sum += mass * normalBelow(x - mean - at, deviation);
    return sum;
  };
  return probabilities.map((p) => lowest(below, p, all));
}

/** Masses that change no quantile. */
const NOTHING = 1e-15;
/** Halvings of all that can come, to less than a unit of it. */
const HALVINGS = 48;

/** The variance of one chance. */
export function varianceOf({ amount, probability }: Chance): number {
  return amount ** 2 * probability * (1 - probability);
}

/** The distribution of a sum at multiples of `step`. An amount between two of them counts for both in proportion. */
function convolved({ amounts, probabilities }: Chances): { grid: Float64Array; step: number } {
  const all = amounts.reduce((sum, amount, i) => sum + ((probabilities[i] ?? 0) > 0 ? amount : 0), 0);
  const step = all / STEPS;
  let grid = new Float64Array(STEPS + 2);
  grid[0] = 1;
  if (step === 0) return { grid, step };
  for (const [i, amount] of amounts.entries()) {
    const probability = probabilities[i] ?? 0;
    if (probability === 0) continue;
    const whole = Math.floor(amount / step);
    const rest = amount / step - whole;
    const next = grid.map((mass) => mass * (1 - probability));
    for (let at = 0; at + whole < grid.length; at += 1) {
      const mass = (grid[at] ?? 0) * probability;
      if (mass === 0) continue;
      next[at + whole] = (next[at + whole] ?? 0) + mass * (1 - rest);
      if (at + whole + 1 < grid.length) next[at + whole + 1] = (next[at + whole + 1] ?? 0) + mass * rest;
    }
    grid = next;
  }
  return { grid, step };
}

/** The lowest sum that is not exceeded with probability `p`, by halving. */
function lowest(below: (x: number) => number, p: number, all: number): number {
  if (below(0) >= p) return 0;
  let [low, high] = [0, all];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (below(middle) >= p - 1e-12) high = middle;
    else low = middle;
  }
  return high;
}

/** The probability that a normal deviation is at most `x`; without any deviation, whether 0 is. */
function normalBelow(x: number, deviation: number): number {
  if (deviation === 0) return x >= -1e-9 ? 1 : 0;
  // Abramowitz and Stegun 26.2.17: wrong by less than 1e-7.
  const z = Math.abs(x) / deviation;
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    Math.exp(-0.5 * z * z) *
    0.3989422804014327 *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
}
