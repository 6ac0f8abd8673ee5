import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_BINS, dayBinOf } from '@/lib/domain/payment-days';
import { holds } from './holds';

test('columns span five days, the due day is the last of its own, and both ends are open', () => {
  expect(DAY_BINS).toHaveLength(17);
  expect(DAY_BINS.slice(0, 5)).toEqual([
    { from: null, to: -15 },
    { from: -14, to: -10 },
    { from: -9, to: -5 },
    { from: -4, to: 0 },
    { from: 1, to: 5 },
  ]);
  expect(DAY_BINS.slice(-2)).toEqual([
    { from: 56, to: 60 },
    { from: 61, to: null },
  ]);
});

holds('every day lies in its column and in no other', [fc.integer({ min: -2_000, max: 5_000 })], (days) => {
  const within = DAY_BINS.flatMap(({ from, to }, i) =>
    days >= (from ?? -Infinity) && days <= (to ?? Infinity) ? [i] : [],
  );
  return within.length === 1 && within[0] === dayBinOf(days);
});
