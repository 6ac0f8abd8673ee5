/** A stream of random numbers that depends on its seed alone: the same seed always tells the same story. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the list, each as likely. @throws RangeError when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the values, in proportion to its weight. @throws RangeError when there is none. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  normal(mean: number, deviation: number): number;
  /** Half of the numbers lie below `median`; `sigma` is the deviation of the logarithm. */
  lognormal(median: number, sigma: number): number;
  /** Above 0, with this mean. */
  exponential(mean: number): number;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** A stream of its own for one purpose, so that drawing more for one thing leaves every other unchanged. */
  fork(purpose: string): Random;
}

/** Draws from the choices in proportion to their weights, fast however many they are. */
export function drawer<T>(random: Random, choices: readonly (readonly [T, number])[]): () => T {
  let total = 0;
  const upTo = choices.map(([, weight]) => (total += weight));
  return () => {
    const point = random.next() * total;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    const choice = choices[low];
    if (!choice) throw new RangeError('Nothing to draw from.');
    return choice[0];
  };
}

/** The stream of a seed. */
export function createRandom(seed: number): Random {
  const next = sfc32(seed);
  const pick = <T>(list: readonly T[]): T => {
    const value = list[Math.floor(next() * list.length)];
    if (value === undefined) throw new RangeError('Nothing to pick from.');
    return value;
  };
  // Box and Muller: two uniform numbers make one normal one.
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    pick,
    normal,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    weighted: (choices) => weighted(next(), choices),
    lognormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    exponential: (mean) => -mean * Math.log(1 - next()),
    shuffled: (list) => shuffled(next, list),
    fork: (purpose) => createRandom(hash(purpose, seed)),
  };
}

function weighted<T>(point: number, choices: readonly (readonly [T, number])[]): T {
  let left = point * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (!last) throw new RangeError('Nothing to choose from.');
  return last[0];
}

function shuffled<T>(next: () => number, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, order: next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

/** Chris Doty-Humphrey's small fast counter generator, with 128 bits of state. */
function sfc32(seed: number): () => number {
  let a = hash('a', seed);
  let b = hash('b', seed);
  let c = hash('c', seed);
  let counter = 1;
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm++) draw();
  return draw;
}

/** FNV-1a over the text, begun from the seed and mixed at the end. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return (value ^ (value >>> 16)) >>> 0;
}
