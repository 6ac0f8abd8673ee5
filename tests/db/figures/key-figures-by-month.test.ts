import { expect, test } from 'vitest';
import { recordPromise } from '@/db/commands/record-promise';
import { receivables } from '@/db/queries/key-figures';
import { keyFigures } from '@/db/queries/key-figures-by-month';
import { lastRecorded } from '@/db/queries/last-recorded';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner } from '../../world';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });

test('key figures are those of the open items, now and at the end of the month before', async () => {
  const w = await createWorld();
  await w.invoice(100_000, '2026-01-31', { on: '2026-01-01' });
  await w.invoice(60_000, '2026-03-20', { on: '2026-02-20' });
  await w.pay(30_000, '2026-02-10');
  await w.pay(5_000, '2026-03-02', { apply: 'none' });
  const found = await w.read((tx) => keyFigures(tx, at('2026-03-15')));
  const open = await w.read((tx) => receivables(tx, at('2026-03-15'), { currency: 'USD' }));
  const before = await w.read((tx) => receivables(tx, at('2026-02-28'), { currency: 'USD' }));
  expect(found.owed).toMatchObject({ now: open.totalMinor, before: before.totalMinor });
  expect(found.late).toMatchObject({ now: open.lateMinor, before: before.lateMinor, better: 'lower' });
  expect(found.billed.now).toBe(open.totalMinor - open.creditsMinor);
  expect(found).toMatchObject({ owed: { now: 125_000 }, billed: { now: 130_000 }, late: { now: 70_000 } });
  // 125,000 against no sales in 15 days of March, 60,000 of February's 28 days, 65,000 of January's 100,000 in 31.
  expect(found.dso.now).toBeCloseTo(15 + 28 + 31 * 0.65, 9);
  expect(found.countedBack?.map((part) => [part.month.from, part.takenMinor])).toEqual([
    ['2026-03-01', 0],
    ['2026-02-01', 60_000],
    ['2026-01-01', 65_000],
  ]);
  expect(found.inputs).toHaveLength(12);
  expect(found.open).toEqual(open);
  const stranger = await createWorld();
  expect(await stranger.read((tx) => keyFigures(tx, at('2026-03-15')))).toMatchObject({
    owed: { now: 0 },
    dso: { now: null },
    cei: { now: null },
    promised: { count: 0, keptPercent: null },
  });
});

test('promised is what live promises of the next 14 days still bring, kept those of the year before', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(100_000, '2026-02-01');
  const promise = (amount: number, on: string, by: string, about?: string) =>
    w.write((tx) =>
      recordPromise(tx, w.admin, {
        customerId: w.customerId,
        ...(about ? { documentId: about } : {}),
        currency: 'USD',
        amountMinor: toMinor(amount),
        promisedOn: day(on),
        promisedFor: day(by),
      }),
    );
  await promise(10_000, '2026-02-05', '2026-02-10');
  await promise(90_000, '2026-02-05', '2026-02-20', documentId);
  await w.pay(12_000, '2026-02-08');
  await promise(20_000, '2026-03-01', '2026-03-15', documentId);
  await promise(7_000, '2026-03-01', '2026-03-16');
  const { promiseId } = await promise(9_000, '2026-03-01', '2026-03-02');
  const known = await w.read(lastRecorded);
  await w.pay(8_000, '2026-03-01');
  const promisedAt = (asOf: string, knownAt: typeof known | null = null) =>
    w.read(async (tx) => (await keyFigures(tx, { ...at(asOf), knownAt })).promised);
  expect(await promisedAt('2026-03-01')).toEqual({
    until: '2026-03-15',
    amountMinor: 12_000 + 1_000,
    count: 2,
    dueCount: 2,
    keptCount: 1,
    dueMinor: 100_000,
    keptMinor: 10_000,
    keptPercent: 50,
  });
  expect(await promisedAt('2026-03-01', known)).toMatchObject({ count: 2, amountMinor: 29_000 });
  expect(await promisedAt('2026-02-06')).toMatchObject({ count: 2, dueCount: 0, keptPercent: null });
  expect(await promisedAt('2026-03-03')).toMatchObject({ dueCount: 3, keptCount: 1 });
  await owner`update promises set cancelled_at = '2026-03-02T12:00:00Z' where id = ${promiseId}`;
  expect(await promisedAt('2026-03-03')).toMatchObject({ dueCount: 2, keptCount: 1 });
  expect(await promisedAt('2026-03-01')).toMatchObject({ count: 2, amountMinor: 13_000 });
  expect(await promisedAt('2027-02-10')).toMatchObject({ count: 0, dueCount: 3 });
});
