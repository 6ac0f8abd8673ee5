import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisLines, shareOf } from '@/components/dashboard/charts/scale';

test('lines are even steps that a person would choose, and hold every value', () => {
  expect(axisLines([0, 51_900_00, 78_000_00], { fromZero: true })).toEqual([
    0, 3_000_000, 6_000_000, 9_000_000,
  ]);
  expect(axisLines([3, 34, 17], { fromZero: true })).toEqual([0, 15, 30, 45]);
  expect(axisLines([58.2, 64.4, 34.8], { fromZero: false })).toEqual([30, 40, 50, 60, 70]);
  expect(axisLines([], { fromZero: false })).toEqual([0, 1]);
  expect(axisLines([64.4, 64.4], { fromZero: false })).toEqual([64.25, 64.5]);
  const value = fc.oneof(
    fc.integer({ min: -1e9, max: 1e12 }),
    fc.double({ min: -500, max: 5_000, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.boolean(), (values, fromZero) => {
      const held = fromZero ? values.map(Math.abs) : values;
      const lines = axisLines(held, { fromZero });
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines.length).toBeLessThanOrEqual(6);
      for (const each of held) {
        expect(shareOf(each, lines)).toBeGreaterThanOrEqual(-1e-6);
        expect(shareOf(each, lines)).toBeLessThanOrEqual(1 + 1e-6);
      }
    }),
  );
});
