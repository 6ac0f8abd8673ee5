import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { disputeSummary } from '@/db/queries/dispute-summary';
import { exploreSummary } from '@/db/queries/explore';
import { promiseSummary } from '@/db/queries/promise-summary';
import { toMinor } from '@/lib/domain/money';
import { readExploreFilters } from '@/lib/explore-filters';
import { createWorld, day, owner } from '../../world';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });

test('promises that are live are listed the soonest first, broken ones the latest first, kept ones not', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(100_000, '2026-02-01', { number: 'A' });
  const promise = (amount: number, on: string, by: string, about?: string) =>
    w.write((tx) =>
      recordPromise(tx, w.admin, {
        customerId: w.customerId,
        ...(about ? { documentId: about } : {}),
        currency: 'USD',
        amountMinor: toMinor(amount),
        promisedOn: day(on),
        promisedFor: day(by),
        note: by,
      }),
    );
  await promise(1_000, '2026-02-01', '2026-02-05');
  await promise(1_000, '2026-02-06', '2026-02-10');
  await w.pay(1_000, '2026-02-07');
  await promise(3_000, '2026-03-01', '2026-03-08');
  await promise(5_000, '2026-03-01', '2026-03-20');
  await promise(4_000, '2026-03-01', '2026-03-12', documentId);
  const found = await w.read((tx) => promiseSummary(tx, at('2026-03-10')));
  expect(found.dueSoon.map((row) => [row.note, row.number, row.customer])).toEqual([
    ['2026-03-12', 'A', 'Acme'],
    ['2026-03-20', null, 'Acme'],
  ]);
  expect(found.brokenLately.map((row) => row.note)).toEqual(['2026-03-08']);
  expect(found).toMatchObject({ count: 2, amountMinor: 9_000, dueCount: 3, keptCount: 1, keptMinor: 1_000 });
  expect(
    (await w.read((tx) => promiseSummary(tx, at('2026-03-01')))).brokenLately.map((row) => row.note),
  ).toEqual(['2026-02-05']);
  const stranger = await createWorld();
  expect(await stranger.read((tx) => promiseSummary(tx, at('2026-03-10')))).toMatchObject({
    dueSoon: [],
    brokenLately: [],
    keptPercent: null,
  });
});

test('of a promise no more is waited for than is still open, whatever settled the rest', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(5_000, '2026-02-01');
  const promise = { customerId: w.customerId, documentId, currency: 'USD', amountMinor: toMinor(5_000) };
  const days = { promisedOn: day('2026-03-05'), promisedFor: day('2026-03-20') };
  await w.write((tx) => recordPromise(tx, w.admin, { ...promise, ...days }));
  const coming = async () => {
    const { count, amountMinor } = await w.read((tx) => promiseSummary(tx, at('2026-03-10')));
    return [count, amountMinor];
  };
  expect(await coming()).toEqual([1, 5_000]);
  // Came before the promise was given, so it keeps nothing of it.
  await w.pay(3_000, '2026-03-01');
  expect(await coming()).toEqual([1, 2_000]);
  await w.pay(2_000, '2026-03-02');
  expect(await coming()).toEqual([0, 0]);
});

test('disputes that last are summed by reason and listed the oldest first', async () => {
  const w = await createWorld();
  await owner`update customers set owner = 'Priya' where id = ${w.customerId}`;
  const { documentId } = await w.invoice(100_000, '2026-02-01', { number: 'A' });
  const dispute = (amount: number, reason: string, on: string) =>
    w.write((tx) =>
      openDispute(tx, w.admin, { documentId, amountMinor: toMinor(amount), reason, openedOn: day(on) }),
    );
  await dispute(1_000, 'Wrong price', '2026-03-05');
  await dispute(2_000, 'Damaged', '2026-03-01');
  const { disputeId } = await dispute(500, 'Wrong price', '2026-03-03');
  await dispute(9_000, 'Damaged', '2026-03-20');
  const found = await w.read((tx) => disputeSummary(tx, at('2026-03-10')));
  expect(found).toMatchObject({
    count: 3,
    amountMinor: 3_500,
    reasons: [
      { reason: 'Damaged', count: 1, amountMinor: 2_000, oldestDays: 9 },
      { reason: 'Wrong price', count: 2, amountMinor: 1_500, oldestDays: 7 },
    ],
  });
  expect(found.rows.map((row) => [row.amountMinor, row.ageDays, row.number, row.owner])).toEqual([
    [2_000, 9, 'A', 'Priya'],
    [500, 7, 'A', 'Priya'],
    [1_000, 5, 'A', 'Priya'],
  ]);
  await owner`update disputes set resolved_at = '2026-03-08T12:00:00Z', resolution = 'Found' where id = ${disputeId}`;
  expect(await w.read((tx) => disputeSummary(tx, at('2026-03-10')))).toMatchObject({ count: 2 });
  expect(await w.read((tx) => disputeSummary(tx, at('2026-03-07')))).toMatchObject({ count: 3 });
  const stranger = await createWorld();
  expect(await stranger.read((tx) => disputeSummary(tx, at('2026-03-10')))).toEqual({
    count: 0,
    amountMinor: 0,
    reasons: [],
    rows: [],
  });
});

test('no more is contested than an invoice still has open, the earlier dispute first, here and in Explore alike', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01', { number: 'A' });
  for (const [amount, on] of [
    [6_000, '2026-03-01'],
    [3_000, '2026-03-02'],
  ] as const)
    await w.write((tx) =>
      openDispute(tx, w.admin, { documentId, amountMinor: toMinor(amount), reason: on, openedOn: day(on) }),
    );
  const contested = async (asOf: string) => {
    const { filters } = readExploreFilters({ asOf }, w.org, day(asOf));
    const { matched } = await w.read((tx) => exploreSummary(tx, filters));
    const found = await w.read((tx) => disputeSummary(tx, at(asOf)));
    expect(matched.factsMinor.disputed).toBe(found.amountMinor);
    return found.rows.map((row) => row.amountMinor);
  };
  expect(await contested('2026-03-10')).toEqual([6_000, 3_000]);
  await w.pay(2_500, '2026-03-11');
  expect(await contested('2026-03-11')).toEqual([6_000, 1_500]);
  await w.pay(2_000, '2026-03-12');
  expect(await contested('2026-03-12')).toEqual([5_500]);
  await w.pay(5_500, '2026-03-13');
  expect(await contested('2026-03-13')).toEqual([]);
  expect(await contested('2026-03-10')).toEqual([6_000, 3_000]);
});
