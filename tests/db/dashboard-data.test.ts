import { expect, test } from 'vitest';
import { agingReport } from '@/db/queries/aging';
import { dashboardData, partsOf } from '@/db/queries/dashboard-data';
import { WIDGETS } from '@/lib/domain/dashboard-layout';
import { sumOf } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, day } from '../world';
import type { World } from './report-at';

const ALL = partsOf(WIDGETS.map((id) => ({ id, size: 'M' })));

const at = ({ org }: World, asOf: string) => readAgingFilters({}, org, day(asOf)).filters;

test('everything that widgets are drawn from is read in one scope, by a manager too, and ties', async () => {
  const w = await createWorld();
  await w.invoice(120_000, '2026-01-10', { number: 'A' });
  await w.invoice(50_000, '2026-03-20', { number: 'B', on: '2026-03-01' });
  await w.pay(70_000, '2026-02-01');
  const filters = at(w, '2026-03-15');
  const data = await w.read((tx) => dashboardData(tx, ALL, filters), w.manager);
  const report = await w.read((tx) => agingReport(tx, filters));
  expect(data.aging?.totals).toEqual(report.totals);
  const owed = sumOf(report.totals.bucketsMinor);
  expect(owed).toBe(100_000);
  expect(data.figures?.billed.now).toBe(owed);
  expect(data.figures?.late.now).toBe(report.lateMinor);
  expect(data.cash?.openMinor).toBe(owed);
  expect(data.provision?.balanceMinor).toBe(owed);
  expect(sumOf(data.owners?.totals.bucketsMinor ?? [])).toBe(owed);
  expect(Object.keys(data).toSorted()).toEqual([...ALL].toSorted());
});

test('only what is asked for is read, and books without a document have nothing to show', async () => {
  const w = await createWorld();
  const some = await w.read((tx) => dashboardData(tx, new Set(['aging'] as const), at(w, '2026-03-15')));
  expect(Object.keys(some)).toEqual(['aging']);
  const all = await w.read((tx) => dashboardData(tx, ALL, at(w, '2026-03-15')));
  expect(all.aging?.customerCount).toBe(0);
  expect(all.figures).toMatchObject({ billed: { now: 0 }, dso: { now: null }, cei: { now: null } });
  expect(all.keeping?.imports).toEqual([]);
});
