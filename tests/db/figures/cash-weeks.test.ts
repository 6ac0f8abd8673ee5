import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { reverseDocument } from '@/db/commands/reverse-document';
import { cashWeeks } from '@/db/queries/cash-weeks';
import { openItemRows } from '@/db/queries/open-items';
import { addDays } from '@/lib/domain/dates';
import { slotOf } from '@/lib/domain/due-date-forecast';
import { sumOf, toMinor } from '@/lib/domain/money';
import { createWorld, day, owner } from '../../world';
import { EPOCH, happen, randomOf } from '../random-history';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });

test('six weeks back are what came in less what bounced, six ahead what falls due', async () => {
  const w = await createWorld();
  const late = await w.invoice(100_000, '2026-02-01');
  const soon = await w.invoice(50_000, '2026-03-08', { on: '2026-02-08' });
  await w.invoice(30_000, '2026-09-01', { on: '2026-02-08' });
  await w.pay(1_000, '2026-02-22', { apply: 'none' });
  const bounced = await w.pay(7_000, '2026-02-23', { apply: 'none' });
  await w.pay(2_000, '2026-01-18', { apply: 'none' });
  await w.pay(500, '2026-01-17', { apply: 'none' });
  const undo = { documentId: bounced.documentId, kind: 'payment', reason: 'x', source: 'staff' } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, { ...undo, on: day('2026-02-28') }));
  const about = { customerId: w.customerId, currency: 'USD' };
  await w.write((tx) =>
    recordPromise(tx, w.admin, {
      ...about,
      documentId: late.documentId,
      amountMinor: toMinor(60_000),
      promisedOn: day('2026-02-25'),
      promisedFor: day('2026-03-10'),
    }),
  );
  const { disputeId } = await w.write((tx) =>
    openDispute(tx, w.admin, {
      documentId: soon.documentId,
      amountMinor: toMinor(20_000),
      reason: 'Broken',
      openedOn: day('2026-02-26'),
    }),
  );
  const found = await w.read((tx) => cashWeeks(tx, at('2026-02-28')));
  expect(found.received.map((week) => [week.from, week.receivedMinor])).toEqual([
    ['2026-01-18', 2_000],
    ['2026-01-25', 0],
    ['2026-02-01', 0],
    ['2026-02-08', 0],
    ['2026-02-15', 0],
    ['2026-02-22', 1_000],
  ]);
  expect(found).toMatchObject({
    overdueMinor: 40_000,
    laterMinor: 30_000,
    disputedMinor: 20_000,
    promisedMinor: 60_000,
    openMinor: 180_000,
  });
  expect(found.expected.map((week) => week.expectedMinor)).toEqual([0, 90_000, 0, 0, 0, 0]);
  expect(found.expected[1]).toEqual({
    from: '2026-03-08',
    to: '2026-03-14',
    expectedMinor: 90_000,
  });
  expect(await w.read((tx) => cashWeeks(tx, at('2026-02-25')))).toMatchObject({
    overdueMinor: 40_000,
    disputedMinor: 0,
  });
  // The promise is broken by then, and the dispute over.
  await w.write((tx) => resolveDispute(tx, w.admin, { disputeId, resolution: 'Replaced' }));
  await owner`update disputes set resolved_at = '2026-03-05T12:00:00Z' where id = ${disputeId}`;
  expect(await w.read((tx) => cashWeeks(tx, at('2026-03-11')))).toMatchObject({
    overdueMinor: 150_000,
    disputedMinor: 0,
    promisedMinor: 0,
  });
});

test('whatever happened, the weeks add up to what is open, and SQL and TypeScript agree on them', async () => {
  const seed = Number(process.env.SEED ?? Date.now());
  const random = randomOf(seed);
  const w = await createWorld();
  await happen(w, random, 60);
  const asOf = addDays(EPOCH, 20 + Math.floor(random() * 60));
  await w.read(async (tx) => {
    const rows = await openItemRows(tx, { asOf, knownAt: null }, { basis: 'due', bounds: [0] }, {});
    const debits = rows.filter((row) => row.amountMinor > 0);
    const inSlot = (slot: number) =>
      sumOf(debits.filter((row) => slotOf(row.dueOn, asOf) === slot).map((row) => row.openMinor));
    const found = await cashWeeks(tx, { ...at(asOf) });
    expect(found, `seed ${seed}`).toMatchObject({
      overdueMinor: inSlot(0),
      laterMinor: inSlot(7),
      openMinor: sumOf(debits.map((row) => row.openMinor)),
    });
    expect(found.expected.map((week) => week.expectedMinor)).toEqual([1, 2, 3, 4, 5, 6].map(inSlot));
  });
});
