import { expect, test } from 'vitest';
import { getAging } from '@/app/api/v1/_resources/aging';
import { updateCustomer } from '@/db/commands/update-customer';
import { lastRecorded } from '@/db/queries/last-recorded';
import { createWorld, day, owner, refusalOf } from '../world';
import { ask } from './api/asking';
import type { World } from './report-at';

interface Report {
  rows: { customer_id: string; customer_name: string; total: number }[];
  totals: { total: number };
  tie_out: { documents: number; difference: number };
  row_count: number;
}

const TODAY = day('2026-03-31');

/** Group over East and West, East over its branch; and a customer of its own. */
async function family() {
  const w = await createWorld();
  const [group, east, west, branch] = await Promise.all(
    ['Group', 'East', 'West', 'Branch'].map((name) => w.addCustomer(name)),
  );
  const ids = { group: group!, east: east!, west: west!, branch: branch!, own: w.customerId };
  for (const [child, parent] of [
    [ids.east, ids.group],
    [ids.west, ids.group],
    [ids.branch, ids.east],
  ] as const)
    await move(w, child, parent);
  await w.invoice(100, '2026-03-01', { customerId: ids.group });
  await w.invoice(1_000, '2026-03-01', { customerId: ids.east });
  await w.invoice(10_000, '2026-03-01', { customerId: ids.west });
  await w.invoice(100_000, '2026-03-01', { customerId: ids.branch });
  await w.invoice(1_000_000, '2026-03-01');
  await w.pay(50, '2026-03-02', { customerId: ids.branch, apply: 'none' });
  return { w, ids };
}

function move(w: World, customerId: string, parentId: string | null) {
  return w.write((tx) => updateCustomer(tx, w.admin, { customerId, parentId }));
}

function aging(w: World, query: Record<string, string>) {
  return ask<Report>(w, getAging, { query, today: TODAY });
}

test('a family is the customer and everybody below it, in every figure and in the tie-out', async () => {
  const { w, ids } = await family();
  const all = await aging(w, { customer_id: ids.group, family: 'true' });
  expect(all.totals.total).toBe(1_110.5);
  expect(all.tie_out).toMatchObject({ documents: 1_110.5, difference: 0 });
  expect(all.rows.map((row) => row.customer_name)).toEqual(['Branch', 'West', 'East', 'Group']);
  const east = await aging(w, { customer_id: ids.east, family: 'true' });
  expect(east.totals.total).toBe(1_009.5);
  const alone = await aging(w, { customer_id: ids.east });
  expect([alone.totals.total, alone.tie_out.documents, alone.tie_out.difference]).toEqual([10, 10, 0]);
  const items = await aging(w, { customer_id: ids.east, family: 'true', group_by: 'item' });
  expect([items.totals.total, items.row_count]).toEqual([1_009.5, 3]);
});

test('grouped by parent there is a line per family, and the lines add up to the same total', async () => {
  const { w } = await family();
  const grouped = await aging(w, { group_by: 'parent' });
  expect(grouped.rows.map((row) => [row.customer_name, row.total])).toEqual([
    ['Acme', 10_000],
    ['Group', 1_110.5],
  ]);
  expect(grouped.row_count).toBe(2);
  const plain = await aging(w, {});
  expect([plain.row_count, plain.totals]).toEqual([5, grouped.totals]);
  expect((await aging(w, { group_by: 'parent', q: 'branch' })).totals.total).toBe(999.5);
  expect((await aging(w, { group_by: 'parent', q: 'group' })).totals.total).toBe(1_110.5);
});

test('a customer that changed families is in the one of its time when a report is made again', async () => {
  const { w, ids } = await family();
  const then = await w.read(lastRecorded);
  await move(w, ids.branch, null);
  await move(w, ids.west, ids.own);
  const now = await aging(w, { group_by: 'parent' });
  expect(now.rows.map((row) => [row.customer_name, row.total])).toEqual([
    ['Acme', 10_100],
    ['Branch', 999.5],
    ['Group', 11],
  ]);
  const before = await aging(w, { group_by: 'parent', known_at: then });
  expect(before.rows.map((row) => [row.customer_name, row.total])).toEqual([
    ['Acme', 10_000],
    ['Group', 1_110.5],
  ]);
  const whole = await aging(w, { customer_id: ids.group, family: 'true', known_at: then });
  expect(whole.totals.total).toBe(1_110.5);
});

test('a circle is refused, however long, and also when both halves come at once', async () => {
  const { w, ids } = await family();
  expect(await refusalOf(move(w, ids.group, ids.branch))).toBe('invalid');
  expect(await refusalOf(move(w, ids.group, ids.group))).toBe('invalid');
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = [await w.addCustomer(`A${round}`), await w.addCustomer(`B${round}`)];
    const outcomes = await Promise.allSettled([move(w, a, b), move(w, b, a)]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  }
  const circles = await owner`
    with recursive above as (
      select id, parent_id, array[id] as path from customers where org_id = ${w.org.id}
      union all select a.id, c.parent_id, a.path || c.id from above a join customers c on c.id = a.parent_id
      where c.id <> all (a.path))
    select 1 from above join customers c on c.id = above.parent_id where c.id = any (above.path) and above.parent_id = above.id`;
  expect(circles).toHaveLength(0);
});
