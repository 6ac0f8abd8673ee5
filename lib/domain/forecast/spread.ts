/** Weights over neighbouring days, the middle one in the middle; they add up to 1. */
export type Kernel = readonly number[];

/** A bell of that many days to either side; for 0 the day alone. */
export function bell(days: number): Kernel {
  const reach = Math.ceil(3 * days);
  const raw = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    days === 0 ? 1 : Math.exp(-0.5 * ((i - reach) / days) ** 2),
  );
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((weight) => weight / sum);
}
