import { expect, test } from 'vitest';
import { getAging } from '@/app/api/v1/_resources/aging';
import { agingPieces } from '@/app/exports/aging/pieces';
import { updateCustomer } from '@/db/commands/update-customer';
import { agingByGroup, type GroupRow } from '@/db/queries/aging-groups';
import { addDays } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { readStoredFilters } from '@/lib/stored-filters';
import { createWorld, day } from '../world';
import { ask } from './api/asking';
import { randomOf } from './random-history';
import { reportAt, type World } from './report-at';

const AS_OF = day('2026-03-31');
const OWNERS = ['Priya', 'Tom', ' Tom ', null, '', '-'];
const TAGS = ['key', 'north', 'hotel', '-'];

interface Labelled {
  readonly owner: string | null;
  readonly tags: readonly string[];
}

/** Customers with random debts, credits, owners and tags; what each was labelled with. */
async function randomBooks(seed: number): Promise<{ w: World; labels: Map<string, Labelled> }> {
  const w = await createWorld();
  const random = randomOf(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const labels = new Map<string, Labelled>();
  for (let i = 0; i < 12; i += 1) {
    const customerId = await w.addCustomer(`Customer ${i}`);
    const owner = oneOf(OWNERS);
    const tags = TAGS.filter(() => random() < 0.4);
    labels.set(customerId, { owner, tags });
    await w.write((tx) => updateCustomer(tx, w.admin, { customerId, owner, tags }));
    for (let j = 0; j < 3; j += 1)
      if (random() < 0.8)
        await w.invoice(1 + Math.floor(random() * 5_000), addDays(AS_OF, 30 - Math.floor(random() * 180)), {
          customerId,
          on: '2025-06-01',
        });
    if (random() < 0.4)
      await w.pay(1 + Math.floor(random() * 900), '2026-03-01', { customerId, apply: 'none' });
  }
  return { w, labels };
}

/** The labels of a customer, as one would read them: an owner or tag of blanks or a dash is none. */
function labelsOf({ owner, tags }: Labelled, by: 'owner' | 'tag'): (string | null)[] {
  const written = by === 'owner' ? [owner?.trim() ?? ''] : tags;
  const named = written.filter((label) => label !== '' && label !== '-');
  return named.length > 0 ? named : [null];
}

const FILTERS: readonly Record<string, string>[] = [
  {},
  { show: 'late' },
  { bucket: '2' },
  { min: '20' },
  { owner: 'Tom' },
  { owner: '-' },
  { tag: 'key' },
  { tag: '-', show: 'late' },
  { basis: 'invoice', q: 'customer 1' },
];

test('lines of owners and tags are the customers of the report added up by hand, over random books', async () => {
  for (const seed of [1, 2]) {
    const { w, labels } = await randomBooks(seed);
    for (const params of FILTERS)
      for (const by of ['owner', 'tag'] as const) {
        const customers = await reportAt(w, AS_OF, params);
        const expected = new Map<string | null, GroupRow>();
        for (const row of customers.rows)
          for (const label of labelsOf(labels.get(row.customerId)!, by))
            expected.set(label, plus(expected.get(label), row, label));
        const { filters } = readAgingFilters({ ...params, asOf: AS_OF, group: by }, w.org, AS_OF);
        const grouped = await w.read((tx) => agingByGroup(tx, filters, { by, limit: null }));
        expect([seed, by, params, sorted(grouped.rows)]).toEqual([
          seed,
          by,
          params,
          sorted([...expected.values()]),
        ]);
        expect(grouped.totals).toEqual(customers.totals);
        expect(grouped.groupCount).toBe(expected.size);
        if (by === 'owner')
          expect(sumOf(grouped.rows.map((row) => row.totalMinor))).toBe(grouped.totals.totalMinor);
      }
  }
});

test('a filter by owner or tag leaves the customers that have it, in every grouping', async () => {
  const { w, labels } = await randomBooks(7);
  const all = (await reportAt(w, AS_OF)).rows;
  for (const by of ['owner', 'tag'] as const)
    for (const label of ['Tom', 'Priya', 'key', 'hotel', null]) {
      const those = all.filter((row) => labelsOf(labels.get(row.customerId)!, by).includes(label));
      const narrowed = { [by]: label ?? '-' };
      const { rows, totals } = await reportAt(w, AS_OF, narrowed);
      expect(rows.map((row) => row.customerId)).toEqual(those.map((row) => row.customerId));
      for (const group of ['parent', 'owner', 'tag', 'item']) {
        const query = { ...narrowed, as_of: AS_OF, group_by: group };
        const answer = await ask<{ totals: { total: number } }>(w, getAging, { query });
        expect(answer.totals.total).toBe(totals.totalMinor / 100);
      }
    }
});

test('pages of groups carry the totals of all of them, also beyond the last', async () => {
  const { w } = await randomBooks(4);
  const read = (page: number, limit: number | null) => {
    const { filters } = readAgingFilters({ asOf: AS_OF, page: String(page) }, w.org, AS_OF);
    return w.read((tx) => agingByGroup(tx, filters, { by: 'tag', limit }));
  };
  const all = await read(1, null);
  expect(all.groupCount).toBeGreaterThan(2);
  const pages: GroupRow[] = [];
  for (let page = 1; page <= all.groupCount + 2; page += 1) {
    const one = await read(page, 1);
    expect([one.totals, one.groupCount]).toEqual([all.totals, all.groupCount]);
    pages.push(...one.rows);
  }
  expect(pages).toEqual(all.rows);
});

test('an empty report by group is empty, with totals of nothing', async () => {
  const w = await createWorld();
  const { filters } = readAgingFilters({ asOf: AS_OF }, w.org, AS_OF);
  const { rows, totals, groupCount } = await w.read((tx) =>
    agingByGroup(tx, filters, { by: 'owner', limit: 100 }),
  );
  expect([rows, totals.totalMinor, totals.bucketsMinor, groupCount]).toEqual([[], 0, [0, 0, 0, 0, 0, 0], 0]);
});

test('the file of each grouping has a line per group, and the totals of the report', async () => {
  const w = await createWorld();
  await w.write((tx) =>
    updateCustomer(tx, w.admin, { customerId: w.customerId, owner: 'Priya', tags: ['a', 'b'] }),
  );
  await w.invoice(12_345, '2026-03-15', { number: 'A' });
  await w.invoice(500, '2026-03-15', { customerId: await w.addCustomer('Other'), number: 'B' });
  const file = async (group: string) => {
    const { filters } = readAgingFilters({ asOf: AS_OF, group, sort: 'name' }, w.org, AS_OF);
    const text = (
      await w.read((tx) =>
        Array.fromAsync(agingPieces(tx, filters, { detail: 'customers', madeAt: new Date(0) })),
      )
    ).join('');
    return text
      .slice(1)
      .trim()
      .split('\r\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => [line.split(',')[0], line.split(',').at(-1)]);
  };
  expect(await file('owner')).toEqual([
    ['"Owner"', '"Total"'],
    ['"Priya"', '123.45'],
    ['"No owner"', '5.00'],
    ['"Total"', '128.45'],
  ]);
  expect(await file('tag')).toEqual([
    ['"Tag"', '"Total"'],
    ['"a"', '123.45'],
    ['"b"', '123.45'],
    ['"No tag"', '5.00'],
    ['"Total"', '128.45'],
  ]);
  expect((await file('item')).map(([, open]) => open)).toEqual(['"Open"', '123.45', '5.00', '128.45']);
});

test('filters that were noted before owners, tags and groups were known are read as they were meant', async () => {
  const w = await createWorld();
  const { filters } = readAgingFilters({ bucket: '2' }, w.org, AS_OF);
  const {
    asOf: _a,
    knownAt: _k,
    page: _p,
    owner: _o,
    tag: _t,
    groupBy: _g,
    family: _f,
    net: _n,
    ...noted
  } = filters;
  expect(readStoredFilters(noted)).toEqual({
    ...noted,
    owner: null,
    tag: null,
    groupBy: 'customer',
    net: false,
    family: false,
  });
});

function plus(
  group: GroupRow | undefined,
  row: Omit<GroupRow, 'label' | 'customerCount'>,
  label: string | null,
): GroupRow {
  const days = [group?.oldestDays ?? null, row.oldestDays].filter((each) => each !== null);
  return {
    label,
    customerCount: (group?.customerCount ?? 0) + 1,
    itemCount: (group?.itemCount ?? 0) + row.itemCount,
    oldestDays: days.length > 0 ? Math.max(...days) : null,
    lateMinor: sumOf([group?.lateMinor ?? toMinor(0), row.lateMinor]),
    creditsMinor: sumOf([group?.creditsMinor ?? toMinor(0), row.creditsMinor]),
    totalMinor: sumOf([group?.totalMinor ?? toMinor(0), row.totalMinor]),
    bucketsMinor: row.bucketsMinor.map((amount, i) => sumOf([amount, group?.bucketsMinor[i] ?? toMinor(0)])),
  };
}

function sorted(rows: readonly GroupRow[]): GroupRow[] {
  return rows.toSorted((a, b) => ((a.label ?? '') < (b.label ?? '') ? -1 : 1));
}
