import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areBounds,
  bucketLabels,
  bucketOf,
  DEFAULT_BOUNDS,
  daysPastDue,
  netOldestFirst,
  thresholds,
} from '@/lib/domain/aging';
import { toPlainDate } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { GOLDEN } from './golden';
import { holds } from './holds';

const anyBounds = fc
  .uniqueArray(fc.integer({ min: -999, max: 9_999 }), { minLength: 1, maxLength: 11 })
  .map((list) => list.toSorted((a, b) => a - b));

describe('days past due and their bucket', () => {
  const { asOf, rows } = GOLDEN.agingEdges;

  test.each(rows)('due $due is $days days past due: $bucket', ({ due, days, bucket }) => {
    const counted = daysPastDue(toPlainDate(due), toPlainDate(asOf));
    expect(counted).toBe(days);
    expect(bucketLabels()[bucketOf(counted)]).toBe(bucket);
  });

  test.each(GOLDEN.agingLeap)('as of $asOf, due $due is $days days past due', ({ asOf: on, due, days }) => {
    expect(daysPastDue(toPlainDate(due), toPlainDate(on))).toBe(days);
  });
});

describe('buckets', () => {
  holds(
    'any rising bounds share out every number of days: one bucket each, no hole, no overlap',
    [anyBounds, fc.integer({ min: -1_500, max: 12_000 })],
    (bounds, days) => {
      const bucket = bucketOf(days, bounds);
      const [above = -Infinity, upTo = Infinity] = [bounds[bucket - 1], bounds[bucket]];
      const next = bucketOf(days + 1, bounds);
      return days > above && days <= upTo && next - bucket === (bounds.includes(days) ? 1 : 0);
    },
  );

  test('-500 to 5,000 days fill the default buckets from first to last, each beginning at its threshold', () => {
    const days = Array.from({ length: 5_501 }, (_, i) => i - 500);
    const firsts = DEFAULT_BOUNDS.map((_, i) => days.find((d) => bucketOf(d) === i + 1));
    expect(firsts).toEqual(thresholds(DEFAULT_BOUNDS));
    expect(days.map((d) => bucketOf(d))).toEqual(days.map((d) => bucketOf(d)).toSorted((a, b) => a - b));
  });

  test('one bucket more than there are bounds, each named for its days', () => {
    expect(bucketLabels()).toEqual(['Current', '1–30', '31–60', '61–90', '91–120', '120+']);
    expect(bucketLabels([15, 45], '-')).toEqual(['Up to 15', '16-45', '45+']);
  });

  holds('no two buckets have one name', [anyBounds], (bounds) => {
    const labels = bucketLabels(bounds);
    return labels.length === bounds.length + 1 && new Set(labels).size === labels.length;
  });

  test('bounds rise, are whole, and are 1 to 11', () => {
    expect(areBounds(DEFAULT_BOUNDS)).toBe(true);
    for (const wrong of [
      [],
      [1, 1],
      [2, 1],
      [0.5],
      [Number.NaN],
      [10_000],
      Array.from({ length: 12 }, (_, i) => i),
    ])
      expect([wrong, areBounds(wrong)]).toEqual([wrong, false]);
  });
});

describe('credits taken off the oldest first', () => {
  test('an advance of 50 against 75 that is not due leaves 25', () => {
    expect(netOldestFirst([75, 0, 0].map(toMinor), toMinor(-50))).toEqual([25, 0, 0]);
  });

  test('the oldest bucket is emptied before the next, and nothing goes below zero', () => {
    expect(netOldestFirst([10, 20, 30].map(toMinor), toMinor(-45))).toEqual([10, 5, 0]);
    expect(netOldestFirst([10, 20, 30].map(toMinor), toMinor(-99))).toEqual([0, 0, 0]);
  });

  test('what is taken off is what credits there are, or all that is owed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }),
        fc.nat(5_000_000),
        (list, credit) => {
          const buckets = list.map(toMinor);
          const net = netOldestFirst(buckets, toMinor(-credit));
          expect(net.every((amount, i) => amount >= 0 && amount <= (buckets[i] ?? 0))).toBe(true);
          expect(sumOf(buckets) - sumOf(net)).toBe(Math.min(credit, sumOf(buckets)));
        },
      ),
    );
  });
});
