import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestFirst } from '@/lib/domain/largest-first';

const byFall = (sizes: readonly number[]) => sizes.toSorted((a, b) => b - a);

test('the largest come first and in order, and nothing is lost', () => {
  const some = fc.array(fc.integer({ min: -5, max: 30 }), { maxLength: 40 });
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 50 }), (sizes, count) => {
      const found = largestFirst(sizes, count, (size) => size);
      expect(found.slice(0, count)).toEqual(byFall(sizes).slice(0, count));
      expect(byFall(found)).toEqual(byFall(sizes));
    }),
  );
});
