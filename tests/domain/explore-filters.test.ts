import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { amountBins, BIN_EDGES } from '@/lib/domain/amount-bins';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { toInstant } from '@/lib/domain/instants';
import { toDecimal, toMinor } from '@/lib/domain/money';
import { type ExploreFilters, exploreParams, readExploreFilters, STATUS_FACTS } from '@/lib/explore-filters';
import { FIRST_DIRECTION, SORTS } from '@/lib/explore-sort';
import { paramsOf, withParams } from '@/lib/url';

const TODAY = toPlainDate('2026-11-20');
const ORG = { currency: 'USD', agingBasis: 'due', bounds: DEFAULT_BOUNDS } as const;

const day = fc.integer({ min: -900, max: 900 }).map((days) => addDays(TODAY, days));
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const amount = orNull(fc.integer({ min: -1e12, max: 1e12 }));
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.isWellFormed() && !text.includes('\0'));
const someOf = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { maxLength: 4 });

const filters: fc.Arbitrary<ExploreFilters> = fc
  .record({
    asOf: day,
    knownAt: orNull(fc.constant(toInstant('2026-11-20T10:00:00.123456Z'))),
    basis: fc.constantFrom('due', 'invoice'),
    bounds: fc.constantFrom(DEFAULT_BOUNDS, [0, 30], [-5, 0, 7]),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    withCredits: fc.boolean(),
    buckets: someOf(fc.integer({ min: 0, max: 2 })),
    minMinor: amount,
    maxMinor: amount,
    q: fc.oneof(fc.constant(''), name),
    customerIds: someOf(fc.uuid()),
    owners: someOf(name),
    unowned: fc.boolean(),
    statuses: fc.subarray([...STATUS_FACTS]),
    tags: someOf(name),
    dueFrom: orNull(day),
    dueTo: orNull(day),
    invoicedFrom: orNull(day),
    invoicedTo: orNull(day),
    itemIds: someOf(fc.uuid()),
    graceDays: fc.constant(null),
    sort: fc.constantFrom(...SORTS),
    descending: fc.boolean(),
  })
  .chain((most) => {
    const key = ['number', 'customer', 'owner'].includes(most.sort)
      ? name
      : most.sort === 'due'
        ? day
        : fc.integer().map(String);
    return orNull(fc.tuple(key, name, fc.uuid())).map((after) => ({ ...most, after }));
  });

test('every filter comes back from the address that says it', () => {
  fc.assert(
    fc.property(filters, (asked) => {
      const address = withParams('/explore', exploreParams(asked, ORG, TODAY), {});
      const params = paramsOf(new URL(address, 'http://x').searchParams);
      expect(readExploreFilters(params, ORG, TODAY)).toEqual({ filters: asked, dropped: [] });
    }),
  );
});

test('what is as usual is not in the address', () => {
  const { filters: usual, dropped } = readExploreFilters({}, ORG, TODAY);
  expect(dropped).toEqual([]);
  expect(exploreParams(usual, ORG, TODAY)).toEqual({});
  for (const sort of SORTS) {
    const { filters: sorted } = readExploreFilters({ sort }, ORG, TODAY);
    expect(sorted.descending).toBe(FIRST_DIRECTION[sort] === 'desc');
  }
});

test('what cannot be read is left out and named, and the rest holds', () => {
  const { filters: read, dropped } = readExploreFilters(
    {
      asOf: '2026-02-30',
      age: ['2', '9', 'x'],
      min: 'a lot',
      customer: ['me', '0198c0de-0000-7000-8000-000000000001'],
      status: ['promised', 'paid'],
      sort: 'open',
      after: '["x","INV-1","0198c0de-0000-7000-8000-000000000001"]',
      q: 'a\0b',
      max: '1,234.50',
    },
    ORG,
    TODAY,
  );
  expect(new Set(dropped)).toEqual(new Set(['asOf', 'age', 'min', 'customer', 'status', 'after', 'q']));
  expect(read).toMatchObject({
    asOf: TODAY,
    buckets: [2],
    minMinor: null,
    maxMinor: 123_450,
    customerIds: ['0198c0de-0000-7000-8000-000000000001'],
    statuses: ['promised'],
    after: null,
    q: '',
  });
});

test('no address makes it fail', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('asOf', 'knownAt', 'bounds', 'age', 'min', 'q', 'customer', 'owner', 'sort', 'after'),
        fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 3 })),
      ),
      (params) => {
        const { filters: read } = readExploreFilters(params, ORG, TODAY);
        expect(readExploreFilters(exploreParams(read, ORG, TODAY), ORG, TODAY).filters).toEqual(read);
      },
    ),
  );
});

test('a histogram holds every amount once, in rising bins, at most twelve and none empty at the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9e13 }), { minLength: 1, maxLength: 60 }), (amounts) => {
      const counts = new Map<number, number>();
      for (const each of amounts) {
        const bin = BIN_EDGES.filter((edge) => edge <= each).length - 1;
        counts.set(bin, (counts.get(bin) ?? 0) + 1);
      }
      const bins = amountBins(counts);
      expect(bins.length).toBeLessThanOrEqual(12);
      for (const { fromMinor, toMinor: to, count } of bins)
        expect(count).toBe(amounts.filter((each) => each >= fromMinor && each < to).length);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length);
      expect([bins[0]?.count, bins.at(-1)?.count]).not.toContain(0);
    }),
  );
  expect(amountBins(new Map())).toEqual([]);
  expect(toDecimal(toMinor(BIN_EDGES[12] ?? 0), 'USD')).toBe('100.00');
});
