import { expect, test } from 'vitest';
import { getAging } from '@/app/api/v1/_resources/aging';
import type { AgingSums } from '@/db/queries/aging';
import { bucketOf, netOldestFirst } from '@/lib/domain/aging';
import { addDays } from '@/lib/domain/dates';
import { sumOf, ZERO } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import { ask } from './api/asking';
import { EPOCH, happen, randomOf, SPAN } from './random-history';
import { reportAt, tieAt } from './report-at';

interface Items {
  readonly rows: readonly { open: number; amount: number; days_past_due: number }[];
  readonly totals: { total: number };
}

test('credits taken off the oldest debits, on paper, are those of lib/domain, over random histories and days', async () => {
  for (const seed of [11, 12, 13]) {
    const w = await createWorld();
    await happen(w, randomOf(seed), 60);
    const other = await w.addCustomer('Other');
    await w.invoice(700, '2026-01-20', { customerId: other, on: '2026-01-02' });
    await w.pay(900, '2026-02-01', { customerId: other, apply: 'none' });
    for (const asOf of [10, 40, SPAN + 30].map((days) => addDays(EPOCH, days)))
      for (const basis of ['due', 'invoice']) {
        const params = { basis, bounds: '0,10,20,30' };
        const [gross, net] = [
          await reportAt(w, asOf, params),
          await reportAt(w, asOf, { ...params, net: '1' }),
        ];
        expect(net.totals.totalMinor).toBe(gross.totals.totalMinor);
        for (const row of gross.rows) {
          const bucketsMinor = netOldestFirst(row.bucketsMinor, row.creditsMinor);
          const left = row.totalMinor - sumOf(bucketsMinor);
          const netted = net.rows.find(({ customerId }) => customerId === row.customerId);
          const nothing = {
            bucketsMinor: bucketsMinor.map(() => ZERO),
            creditsMinor: ZERO,
            totalMinor: ZERO,
          };
          expect({ seed, asOf, basis, ...pick(netted ?? nothing) }).toEqual({
            seed,
            asOf,
            basis,
            bucketsMinor,
            creditsMinor: left,
            totalMinor: row.totalMinor,
          });
        }
        expect((await tieAt(w, asOf)).differenceMinor).toBe(0);
      }
  }
});

test('netted, an account has either debits or credits left, and its items add up to the line', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { number: 'Old' });
  await w.invoice(5_000, '2026-03-10', { number: 'New' });
  await w.pay(12_000, '2026-03-20', { apply: 'none' });
  const asOf = day('2026-03-31');
  const { totals } = await reportAt(w, asOf, { net: '1' });
  expect(totals).toEqual({ bucketsMinor: [0, 3_000, 0, 0, 0, 0], creditsMinor: 0, totalMinor: 3_000 });
  const items = await ask<Items>(w, getAging, { query: { as_of: asOf, net: 'true', group_by: 'item' } });
  expect(items.rows.map(({ open, amount }) => [open, amount])).toEqual([[30, 50]]);
  expect(bucketOf(items.rows[0]!.days_past_due)).toBe(1);
  expect((await reportAt(w, asOf, { net: '1', group: 'parent' })).totals).toEqual(totals);
});

test("one customer's credit is never taken off another's debts, nor off another currency", async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Other');
  await w.invoice(10_000, '2026-01-10');
  await w.pay(4_000, '2026-03-20', { customerId: other, apply: 'none' });
  await w.pay(4_000, '2026-03-20', { currency: 'EUR', apply: 'none' });
  const { totals } = await reportAt(w, '2026-03-31', { net: '1' });
  expect(totals).toEqual({ bucketsMinor: [0, 0, 0, 10_000, 0, 0], creditsMinor: -4_000, totalMinor: 6_000 });
});

function pick({ bucketsMinor, creditsMinor, totalMinor }: AgingSums): AgingSums {
  return { bucketsMinor, creditsMinor, totalMinor };
}
