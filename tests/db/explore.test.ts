import { expect, test } from 'vitest';
import { exploreSummary } from '@/db/queries/explore';
import { type ExploreRow, exploreRows } from '@/db/queries/explore-rows';
import { amountBins, BIN_EDGES } from '@/lib/domain/amount-bins';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import {
  type ExploreFilters,
  readExploreFilters,
  STATUS_FACTS,
  type StatusFact,
} from '@/lib/explore-filters';
import { SORTS } from '@/lib/explore-sort';
import type { SearchParams } from '@/lib/filters';
import { createWorld } from '../world';
import { AS_OF, exploreBooks, holds, narrowed, type Twin, twinItems } from './explore-books';
import { pick, randomOf } from './random-history';
import type { World } from './report-at';

const SEEDS = [1, 2, 3];

/** Parameters that narrow by one facet each; the customer and the items are those of the books. */
function narrowings(items: readonly Twin[]): SearchParams[] {
  const [first, second, third] = items;
  return [
    { age: ['0', '2'] },
    { age: '5' },
    { min: '20', max: '400.5' },
    { max: '-1', credits: '1' },
    { q: 'bLUE' },
    { q: 'c-3' },
    { q: '%' },
    { customer: [first!.customerId, second!.customerId] },
    { owner: 'Tom' },
    { owner: 'Ines', unowned: '1' },
    { unowned: '1' },
    ...STATUS_FACTS.map((status) => ({ status })),
    { status: ['promised', 'disputed'] },
    { tag: ['hotel', 'key account'] },
    { dueFrom: '2026-01-15', dueTo: '2026-03-31' },
    { invoicedTo: '2026-02-01' },
    { item: [first!.itemId, third!.itemId] },
    { credits: '1' },
    { basis: 'invoice', age: '3' },
    { bounds: '10,20', age: '1' },
    { asOf: '2026-03-18' },
    { currency: 'EUR' },
    { currency: 'JPY' },
  ];
}

function filtersOf(w: World, params: SearchParams): ExploreFilters {
  const { filters, dropped } = readExploreFilters({ asOf: AS_OF, ...params }, w.org, AS_OF);
  expect(dropped).toEqual([]);
  return filters;
}

/** Several narrowings together, as the seed would have it. */
function mixes(w: World, items: readonly Twin[], seed: number): ExploreFilters[] {
  const random = randomOf(seed);
  const single = narrowings(items);
  const mixed = Array.from({ length: 12 }, () => ({ ...pick(single, random), ...pick(single, random) }));
  return [{}, ...single, ...mixed].map((params) => filtersOf(w, params));
}

test('rows, totals and every count are those of a reading without SQL, whatever is asked for', async () => {
  for (const seed of SEEDS) {
    const w = await exploreBooks(seed);
    const all = await twinItems(w, filtersOf(w, {}));
    expect(all.length).toBeGreaterThan(15);
    expect(STATUS_FACTS.filter((fact) => all.some((item) => holds(item, fact))).length).toBeGreaterThan(3);
    for (const filters of mixes(w, all, seed)) await agrees(w, filters);
  }
});

async function agrees(w: World, filters: ExploreFilters): Promise<void> {
  const items = await twinItems(w, filters);
  const hits = narrowed(items, filters);
  const { rows, next } = await w.read((tx) => exploreRows(tx, filters, 1_000));
  const summary = await w.read((tx) => exploreSummary(tx, filters));
  const byId = (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a.itemId) < String(b.itemId) ? -1 : 1;
  const shown = new Set(Object.keys(rows[0] ?? {}));
  const facts = Object.keys(hits[0] ?? {}).filter((fact) => shown.has(fact)) as (keyof Twin &
    keyof ExploreRow)[];
  const compared = hits.map((item) => Object.fromEntries(facts.map((fact) => [fact, item[fact]])));
  const comparable = rows.map((row) => Object.fromEntries(facts.map((fact) => [fact, row[fact]])));
  expect(comparable.toSorted(byId)).toEqual(compared.toSorted(byId));
  expect(next).toBeNull();
  expect(summary.matched).toEqual(sumsOf(hits, filters));
  expect(summary.whole).toEqual(sumsOf(items, filters));
  const { facets } = summary;
  const without = (facet: string) => narrowed(items, filters, facet);
  const aged = without('age').filter((item) => item.amountMinor > 0);
  expect(facets.ages).toEqual(
    [...filters.bounds, 0].map((_, i) => aged.filter((item) => item.bucket === i).length),
  );
  for (const fact of STATUS_FACTS)
    expect(facets.facts[fact]).toBe(without('status').filter((item) => holds(item, fact)).length);
  for (const { value, count } of facets.owners)
    expect(count).toBe(without('owner').filter((item) => item.owner === value).length);
  expect(sum(facets.owners.map(({ count }) => count))).toBe(without('owner').length);
  for (const { value, count } of facets.tags)
    expect(count).toBe(without('tag').filter(({ tags }) => tags.includes(value)).length);
  expect(new Set(facets.tags.map(({ value }) => value))).toEqual(
    new Set([...items.flatMap(({ tags }) => tags), ...filters.tags]),
  );
  expect(facets.customerCount).toBe(new Set(without('customer').map((item) => item.customerId)).size);
  expect(facets.amounts).toEqual(binsOf(without('amount'), items));
  expect(new Set(facets.owners.map(({ value }) => value))).toEqual(
    new Set([...items.map((item) => item.owner), ...filters.owners, ...(filters.unowned ? [null] : [])]),
  );
  for (const [facet, count] of Object.entries(summary.without)) expect(count).toBe(without(facet).length);
  expect(summary.top).toEqual(topOf(hits, filters));
}

function sumsOf(items: readonly Twin[], { asOf, bounds }: ExploreFilters) {
  const debits = items.filter((item) => item.amountMinor > 0);
  const open = (of: readonly Twin[]) => sumOf(of.map((item) => item.openMinor));
  return {
    itemCount: items.length,
    documentCount: items.length,
    customerCount: new Set(items.map((item) => item.customerId)).size,
    openMinor: open(items),
    owedMinor: open(debits),
    lateMinor: open(debits.filter((item) => item.dueOn < asOf)),
    bucketsMinor: [...bounds, 0].map((_, i) => open(debits.filter((item) => item.bucket === i))),
    factsMinor: Object.fromEntries(
      STATUS_FACTS.map((fact) => [
        fact,
        sumOf(items.filter((item) => holds(item, fact)).map((item) => saidOf(item, fact))),
      ]),
    ),
  };
}

/** What a fact is about: all that is open of an item, or the part that was promised or is disputed. */
function saidOf({ openMinor, disputedMinor, promisedLeft }: Twin, fact: StatusFact): Minor {
  if (fact === 'disputed') return toMinor(Math.min(openMinor, disputedMinor));
  if (fact === 'reminded' || fact === 'part_paid') return openMinor;
  return toMinor(Math.min(openMinor, promisedLeft));
}

function topOf(items: readonly Twin[], filters: ExploreFilters) {
  const customers = new Map(items.map((item) => [item.customerId, item.customer]));
  return [...customers]
    .map(([customerId, customer]) => {
      const { openMinor, bucketsMinor } = sumsOf(
        items.filter((item) => item.customerId === customerId),
        filters,
      );
      return { customerId, customer, openMinor, bucketsMinor };
    })
    .toSorted((a, b) => b.openMinor - a.openMinor || (a.customer < b.customer ? -1 : 1))
    .slice(0, 5);
}

/** The bins of some items, over as many edges as all of them have. */
function binsOf(some: readonly Twin[], all: readonly Twin[]) {
  const counts = new Map<number, number>();
  for (const { openMinor, itemId } of all.filter((item) => item.openMinor > 0)) {
    const bin = BIN_EDGES.filter((edge) => edge <= openMinor).length - 1;
    const isCounted = some.some((item) => item.itemId === itemId);
    counts.set(bin, (counts.get(bin) ?? 0) + (isCounted ? 1 : 0));
  }
  return amountBins(counts);
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

test('pages follow each other in every order, without a row lost or shown twice, ties by number', async () => {
  const w = await exploreBooks(7);
  for (const sort of SORTS)
    for (const dir of ['asc', 'desc']) {
      const filters = filtersOf(w, { sort, dir, credits: '1' });
      const all = await w.read((tx) => exploreRows(tx, filters, 1_000));
      const paged: string[] = [];
      let after: ExploreFilters['after'] = null;
      do {
        const page = await w.read((tx) => exploreRows(tx, { ...filters, after }, 4));
        paged.push(...page.rows.map((row) => row.itemId));
        after = page.next;
      } while (after);
      expect(paged).toEqual(all.rows.map((row) => row.itemId));
      const sign = dir === 'asc' ? 1 : -1;
      const keys = all.rows.map(
        (row) => ({ number: row.number, open: row.openMinor, late: row.days })[sort as 'open'],
      );
      if (sort === 'open' || sort === 'late') expect(keys).toEqual(keys.toSorted((a, b) => sign * (a - b)));
    }
});

test('what was recorded later is left out, and another organization sees nothing', async () => {
  const w = await exploreBooks(4);
  const before = await w.read((tx) => exploreSummary(tx, filtersOf(w, {})));
  const { lastRecorded } = await import('@/db/queries/last-recorded');
  const knownAt = await w.read(lastRecorded);
  await w.invoice(99_999, '2026-02-01', { on: '2026-01-01' });
  const known = await w.read((tx) => exploreSummary(tx, filtersOf(w, { knownAt })));
  expect(known.whole).toEqual(before.whole);
  const now = await w.read((tx) => exploreSummary(tx, filtersOf(w, {})));
  expect(now.whole.itemCount).toBe(before.whole.itemCount + 1);
  const other = await createWorld();
  const filters = filtersOf(w, { customer: w.customerId });
  expect((await other.read((tx) => exploreRows(tx, filters))).rows).toEqual([]);
  expect((await other.read((tx) => exploreSummary(tx, filtersOf(w, {})))).whole.itemCount).toBe(0);
  expect((await w.read((tx) => exploreRows(tx, filters), w.manager)).rows.length).toBeGreaterThan(0);
});
