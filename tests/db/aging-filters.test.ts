import { expect, test } from 'vitest';
import type { AgingReport } from '@/db/queries/aging';
import { addDays } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import { reportAt, type World } from './report-at';

/** Eleven customers with different debts, one in credit, one in another currency. */
async function busyWorld(): Promise<World> {
  const w = await createWorld();
  for (let i = 1; i <= 10; i += 1) {
    const customerId = await w.addCustomer(
      `Customer ${String(i).padStart(2, '0')}`,
      i % 2 ? `ODD-${i}` : `EVEN-${i}`,
    );
    for (let j = 0; j <= i % 4; j += 1)
      await w.invoice(1_000 * i + j, addDays(day('2026-03-31'), 20 - 37 * j - i), {
        customerId,
        on: '2025-10-01',
      });
    if (i % 3 === 0) await w.pay(500 * i, '2026-03-01', { customerId, apply: 'none' });
  }
  await w.pay(4_200, '2026-03-02');
  await w.invoice(99_999, '2026-01-01', { currency: 'EUR' });
  return w;
}

const FILTERS: readonly Record<string, string>[] = [
  {},
  { q: 'odd-' },
  { q: 'CUSTOMER 1' },
  { q: '%' },
  { bucket: '0' },
  { bucket: '3' },
  { bucket: '5' },
  { show: 'late' },
  { min: '40.00' },
  { max: '40.00', min: '-1000' },
  { dueFrom: '2026-02-01', dueTo: '2026-03-31' },
  { basis: 'invoice' },
  { currency: 'EUR' },
  { currency: 'JPY' },
  { q: 'even', show: 'late', min: '10', sort: 'name' },
];

test('a filter changes every figure: totals are those of the customers it leaves, on every page', async () => {
  const w = await busyWorld();
  for (const params of FILTERS) {
    const all = await reportAt(w, '2026-03-31', params);
    expect(all.customerCount).toBe(all.rows.length);
    expect(all.totals).toEqual(sumsOf(all));
    const pages: AgingReport['rows'][number][] = [];
    for (let page = 1; page <= 6; page += 1) {
      const one = await reportAt(w, '2026-03-31', { ...params, page: String(page) }, 3);
      expect([params, one.totals]).toEqual([params, all.totals]);
      expect(one.customerCount).toBe(all.customerCount);
      expect(one.bucketCounts).toEqual(all.bucketCounts);
      pages.push(...one.rows);
    }
    expect(pages).toEqual(all.rows);
  }
});

test('each filter leaves the customers it names', async () => {
  const w = await busyWorld();
  const all = (await reportAt(w, '2026-03-31')).rows;
  expect(all).toHaveLength(11);
  const names = async (params: Record<string, string>) =>
    (await reportAt(w, '2026-03-31', params)).rows.map((row) => row.customer).toSorted();
  const those = (keep: (row: (typeof all)[number]) => boolean) =>
    all
      .filter(keep)
      .map((row) => row.customer)
      .toSorted();
  expect(await names({ q: 'oDd-' })).toEqual(those((row) => Number(row.customer.slice(-2)) % 2 === 1));
  for (const bucket of [0, 1, 2, 3, 4, 5])
    expect(await names({ bucket: String(bucket) })).toEqual(
      those((row) => (row.bucketsMinor[bucket] ?? 0) > 0),
    );
  expect(await names({ show: 'late' })).toEqual(those((row) => sumOf(row.bucketsMinor.slice(1)) > 0));
  expect(await names({ min: '40.00' })).toEqual(those((row) => row.totalMinor >= 4_000));
  expect(await names({ max: '39.99' })).toEqual(those((row) => row.totalMinor < 4_000));
  expect(await names({ currency: 'EUR' })).toEqual(['Acme']);
  const one = all[0];
  expect(await names({ customer: one!.customerId })).toEqual([one!.customer]);
});

test('"late" means past the due day, whatever the bounds are', async () => {
  const w = await createWorld();
  await w.invoice(1_000, '2026-03-30', { on: '2026-03-01' });
  const today = await w.addCustomer('Due today');
  await w.invoice(1_000, '2026-03-31', { on: '2025-03-01', customerId: today });
  for (const params of [{}, { bounds: '30,60' }, { bounds: '-10,0' }, { basis: 'invoice' }])
    expect(
      (await reportAt(w, '2026-03-31', { ...params, show: 'late' })).rows.map((row) => row.customer),
    ).toEqual(['Acme']);
});

test('rows come in the order asked for, ties by name', async () => {
  const w = await busyWorld();
  const orders: Record<string, (row: AgingReport['rows'][number]) => number | string> = {
    name: (row) => row.customer,
    total: (row) => row.totalMinor,
    credits: (row) => row.creditsMinor,
    ...Object.fromEntries(
      [0, 1, 2, 3, 4, 5].map((i) => [
        `b${i}`,
        (row: AgingReport['rows'][number]) => row.bucketsMinor[i] ?? 0,
      ]),
    ),
  };
  for (const [sort, key] of Object.entries(orders))
    for (const dir of ['asc', 'desc']) {
      const { rows } = await reportAt(w, '2026-03-31', { sort, dir });
      const sign = dir === 'asc' ? 1 : -1;
      const sorted = rows.toSorted(
        (a, b) =>
          (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0) || (a.customer < b.customer ? -1 : 1),
      );
      expect([sort, dir, rows.map((row) => row.customer)]).toEqual([
        sort,
        dir,
        sorted.map((row) => row.customer),
      ]);
    }
});

function sumsOf({ rows, totals }: AgingReport) {
  return {
    bucketsMinor: totals.bucketsMinor.map((_, i) =>
      sumOf(rows.map((row) => row.bucketsMinor[i] ?? toMinor(0))),
    ),
    creditsMinor: sumOf(rows.map((row) => row.creditsMinor)),
    totalMinor: sumOf(rows.map((row) => row.totalMinor)),
  };
}
