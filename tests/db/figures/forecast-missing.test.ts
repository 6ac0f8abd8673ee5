import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { forecastOrWhy } from '@/app/_cash/forecast-or-why';
import { cashWeeks } from '@/db/queries/cash-weeks';
import { forecast } from '@/db/queries/forecast';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import type { NoForecast } from '@/lib/no-forecast';
import { createWorld, owner } from '../../world';

const TODAY = todayIn('America/New_York');
const AT = { asOf: TODAY, knownAt: null, currency: 'USD' };

test('a forecast in time is handed on as it is, once an invoice has been paid', async () => {
  const w = await createWorld();
  await w.invoice(40_000, TODAY);
  await w.pay(30_000, TODAY);
  const unpaid = await w.read((tx) => forecast(tx, AT, { weeks: 6 }));
  expect(await forecastOrWhy(Promise.resolve(unpaid))).toEqual({
    forecast: null,
    missing: { why: 'unpaid' },
  });
  await w.pay(10_000, TODAY);
  const made = await w.read((tx) => forecast(tx, AT, { weeks: 6 }));
  expect(await forecastOrWhy(Promise.resolve(made))).toEqual({ forecast: made, missing: null });
});

test('one that takes too long is given up in time, its statement ends on the server, and the log knows it', async () => {
  const w = await createWorld();
  await w.invoice(40_000, TODAY);
  const log = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const slow = withScope(
    w.admin,
    'read',
    async (tx) => {
      await tx.execute(sql`select pg_sleep(60) as too_slow_a_forecast`);
      return forecast(tx, AT, { weeks: 6 });
    },
    400,
  );
  const { forecast: none, missing } = await forecastOrWhy(slow);
  expect(none).toBeNull();
  expect(missing).toMatchObject({ why: 'late', id: expect.stringMatching(/^database-/) });
  expect(log).toHaveBeenCalledWith(expect.stringContaining(idOf(missing)));
  log.mockRestore();
  // The server's own limit would be ten seconds.
  await expect.poll(running, { timeout: 6_000 }).toBe(0);
  expect((await w.read((tx) => cashWeeks(tx, AT))).openMinor).toBe(40_000);
});

test('one that fails is told apart from one that is late, and its id is in the log', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { missing } = await forecastOrWhy(Promise.reject(new TypeError('a weight is missing')));
  expect(missing?.why).toBe('failed');
  expect(log).toHaveBeenCalledWith(expect.stringContaining(idOf(missing)));
  log.mockRestore();
});

function idOf(missing: NoForecast | null): string {
  if (!missing || missing.why === 'unpaid') throw new Error('nothing went wrong');
  return missing.id;
}

async function running(): Promise<number> {
  const [row] = await owner<[{ n: number }]>`
    select count(*)::int as n from pg_stat_activity
    where state = 'active' and query like '%too_slow_a_forecast%' and pid <> pg_backend_pid()`;
  return row.n;
}
