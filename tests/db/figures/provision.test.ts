import { expect, test } from 'vitest';
import { updateOrganization } from '@/db/commands/update-organization';
import { writeOff } from '@/db/commands/write-off';
import { lastRecorded } from '@/db/queries/last-recorded';
import { provision } from '@/db/queries/provision';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../../world';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });
const ratesOf = ({ buckets }: Awaited<ReturnType<typeof provision>>) =>
  buckets.map((bucket) => bucket.ratePercent);

test('rates come from what was written off, or not paid in a year, of what stood at the ends of months', async () => {
  const w = await createWorld();
  const [paying, old] = [await w.addCustomer('Paying'), await w.addCustomer('Old')];
  const due = { on: '2026-01-15' };
  const rest = await w.invoice(10_000, '2026-02-15', due);
  await w.invoice(30_000, '2026-02-15', { ...due, customerId: paying });
  await w.pay(30_000, '2026-03-10', { customerId: paying });
  await w.invoice(20_000, '2024-12-31', { on: '2024-12-01', customerId: old });
  const known = await w.read(lastRecorded);
  await w.write((tx) =>
    writeOff(tx, w.admin, {
      id: rest.documentId,
      amountMinor: toMinor(3_000),
      on: day('2026-04-10'),
      reason: 'Gone',
      source: 'staff',
    }),
  );
  const found = await w.read((tx) => provision(tx, at('2026-04-30')));
  expect(found).toMatchObject({ rates: 'history', from: '2024-04-30', to: '2026-03-31', basis: 'due' });
  // Lost of what stood: 23,000 of 60,000 current, 3,000 of 40,000 in 1–30, 43,000 of 50,000 in 31–60.
  expect(ratesOf(found)).toEqual(['38.333333', '7.5', '86', '100', '100', '100']);
  expect(found.buckets.map((bucket) => bucket.amountMinor)).toEqual([0, 0, 0, 7_000, 0, 20_000]);
  expect(found.totalMinor).toBe(27_000);
  const then = await w.read((tx) => provision(tx, { ...at('2026-04-30'), knownAt: known }));
  expect(ratesOf(then).slice(0, 3)).toEqual(['33.333333', '0', '80']);
  expect(then.balanceMinor).toBe(30_000);
  const stranger = await createWorld();
  expect(await stranger.read((tx) => provision(tx, at('2026-04-30')))).toMatchObject({ totalMinor: 0 });
});

test('rates that were entered apply as they are, one for each age group', async () => {
  const w = await createWorld();
  await w.invoice(100_000, '2026-05-30', { on: '2026-03-01' });
  await w.invoice(50_000, '2026-03-20', { on: '2026-02-20' });
  const set = (provisionRates: readonly string[] | null, bounds?: readonly number[]) =>
    w.write((tx) => updateOrganization(tx, w.admin, { provisionRates, ...(bounds ? { bounds } : {}) }));
  await set(['0.3', '1.6', '3.6', '6.6', '10.6', '20']);
  const found = await w.read((tx) => provision(tx, at('2026-03-31')));
  expect(found).toMatchObject({ rates: 'entered', balanceMinor: 150_000, totalMinor: 300 + 800 });
  expect(found.buckets.slice(0, 2)).toEqual([
    { balanceMinor: 100_000, ratePercent: '0.3', amountMinor: 300 },
    { balanceMinor: 50_000, ratePercent: '1.6', amountMinor: 800 },
  ]);
  await set(null);
  expect(await w.read((tx) => provision(tx, at('2026-03-31')))).toMatchObject({
    rates: 'history',
    totalMinor: null,
  });
});
