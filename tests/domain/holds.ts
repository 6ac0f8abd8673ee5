import fc from 'fast-check';
import { test } from 'vitest';

/** `npm run check` is the quick look, `npm test` the thorough one. */
const RUNS = process.env.npm_lifecycle_event === 'check' ? 10_000 : 100_000;

/** A test that `promise` is true of 100,000 inputs; the first that breaks it is made small and shown. */
export function holds<T extends [unknown, ...unknown[]]>(
  name: string,
  inputs: { [K in keyof T]: fc.Arbitrary<T[K]> },
  promise: (...values: T) => boolean,
): void {
  test(name, () => fc.assert(fc.property<T>(...inputs, promise), { numRuns: RUNS }));
}
