import { expect, test } from 'vitest';
import { getStatement } from '@/app/api/v1/_resources/statements';
import { reverseDocument } from '@/db/commands/reverse-document';
import { updateCustomer } from '@/db/commands/update-customer';
import { activityStatement, openItemStatement } from '@/db/queries/statements';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import { ask, askFile } from './api/asking';
import { EPOCH, happen, randomOf, SPAN } from './random-history';
import type { World } from './report-at';

const NOW = { knownAt: null };

function activity(w: World, from: PlainDate, to: PlainDate, actor = w.admin as Parameters<World['read']>[1]) {
  const of = { customerId: w.customerId, currency: 'USD' };
  return w.read((tx) => activityStatement(tx, of, { from, to }, NOW), actor);
}

function open(w: World, asOf: PlainDate, actor = w.admin as Parameters<World['read']>[1]) {
  const of = { customerId: w.customerId, currency: 'USD' };
  return w.read((tx) => openItemStatement(tx, of, { asOf, knownAt: null }), actor);
}

test.each([1, 2])(
  'opening and period make closing, closing is the next opening, and both are the open items (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    await happen(w, random, 80);
    let from = addDays(EPOCH, -1);
    let previous = 0;
    while (from < addDays(EPOCH, SPAN + 5)) {
      const to = addDays(from, Math.floor(random() * 20));
      const { openingMinor, lines, closingMinor } = await activity(w, from, to);
      const unpaid = await open(w, to);
      const parts = unpaid.items.map(({ amountMinor, applied, openMinor }) => {
        const taken = sumOf(applied.map((each) => each.amountMinor));
        return Math.abs(amountMinor) - taken - Math.abs(openMinor);
      });
      expect(
        {
          opening: openingMinor,
          closing: openingMinor + sumOf(lines.map((line) => line.amountMinor)),
          running: lines.at(-1)?.balanceMinor ?? openingMinor,
          unpaid: unpaid.balanceMinor,
          unexplained: parts.filter((rest) => rest !== 0),
        },
        `seed ${seed}, ${from} to ${to}`,
      ).toEqual({
        opening: previous,
        closing: closingMinor,
        running: closingMinor,
        unpaid: closingMinor,
        unexplained: [],
      });
      previous = closingMinor;
      from = addDays(to, 1);
    }
  },
);

async function books() {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-10', { number: 'A', on: '2026-01-10' });
  await w.invoice(5_000, '2026-03-10', { number: 'B', on: '2026-02-05' });
  const paid = await w.pay(4_000, '2026-02-08');
  await w.pay(200, '2026-02-20', { apply: 'none' });
  return { w, paid };
}

test('a reversal is shown as one, with what it takes back', async () => {
  const { w, paid } = await books();
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: paid.documentId,
      kind: 'payment',
      on: day('2026-02-15'),
      reason: 'Bounced',
      source: 'staff',
    }),
  );
  const { openingMinor, lines, closingMinor } = await activity(w, day('2026-02-01'), day('2026-02-28'));
  expect([openingMinor, closingMinor]).toEqual([10_000, 14_800]);
  expect(lines.map((line) => [line.kind, line.balanceMinor, line.reversesNumber])).toEqual([
    ['invoice', 15_000, null],
    ['payment', 11_000, null],
    ['reversal', 15_000, 'PMT-00001'],
    ['payment', 14_800, null],
  ]);
});

test('a program reads a statement of either kind, as JSON and as CSV', async () => {
  const { w } = await books();
  const asked = { params: { customer_id: w.customerId }, today: day('2026-02-28') };
  expect(await ask(w, getStatement, asked)).toMatchObject({
    kind: 'open-item',
    as_of: '2026-02-28',
    owed: 110,
    unapplied: -2,
    past_due: 60,
    balance: 108,
    items: [
      { number: 'A', open: 60, days_past_due: 18, applied: [{ number: 'PMT-00001', amount: 40 }] },
      { number: 'B', open: 50, applied: [] },
      { number: 'PMT-00002', open: -2 },
    ],
  });
  expect(await ask(w, getStatement, { ...asked, query: { kind: 'activity' } })).toMatchObject({
    from: '2026-02-01',
    to: '2026-02-28',
    opening_balance: 100,
    closing_balance: 108,
  });
  const file = await askFile(w, getStatement, { ...asked, query: { kind: 'activity' } });
  expect(file.name).toMatch(/^statement_.*_2026-02-28\.csv$/);
  const lines = file.content.slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[1]).toBe('2026-02-01,"Opening balance",,,"USD",,100.00');
  expect(lines.at(-1)).toBe('2026-02-28,"Closing balance",,,"USD",,108.00');
  const openFile = await askFile(w, getStatement, asked);
  expect(openFile.content).toContain('"Payment","PMT-00001","A",2026-02-08,,,"USD",-40.00,\r\n');
  expect(openFile.content.trimEnd().endsWith(',108.00')).toBe(true);
});

test('a past statement is made again exactly, whatever was booked or renamed since', async () => {
  const { w, paid } = await books();
  const asked = { params: { customer_id: w.customerId }, today: day('2026-02-28') };
  for (const kind of ['open-item', 'activity']) {
    const first = await ask<{ known_at: string }>(w, getStatement, { ...asked, query: { kind } });
    const then = { ...asked, query: { kind, known_at: first.known_at } };
    const file = await askFile(w, getStatement, then);
    await w.invoice(700, '2026-02-20', { on: '2026-01-20' });
    await w.write((tx) =>
      updateCustomer(tx, w.admin, { customerId: w.customerId, name: `Renamed for ${kind}` }),
    );
    if (kind === 'activity')
      await w.write((tx) =>
        reverseDocument(tx, w.admin, {
          documentId: paid.documentId,
          kind: 'payment',
          reason: 'Bounced',
          source: 'staff',
        }),
      );
    expect(await ask(w, getStatement, then)).toEqual(first);
    expect(await askFile(w, getStatement, then)).toEqual(file);
    expect(await ask(w, getStatement, { ...asked, query: { kind } })).not.toEqual(first);
  }
});

test('a customer reads its own statement and nobody else’s, and staff of another business none', async () => {
  const { w } = await books();
  const other = await w.addCustomer('Other');
  const span = [day('2026-02-01'), day('2026-02-28')] as const;
  expect(await activity(w, ...span, w.customer())).toEqual(await activity(w, ...span));
  expect(await open(w, span[1], w.customer())).toEqual(await open(w, span[1]));
  expect(await activity(w, ...span, w.customer(other))).toEqual({
    openingMinor: 0,
    lines: [],
    closingMinor: 0,
  });
  expect((await open(w, span[1], w.customer(other))).items).toEqual([]);
  const stranger = await createWorld();
  await expect(ask(stranger, getStatement, { params: { customer_id: w.customerId } })).rejects.toMatchObject({
    code: 'not_found',
  });
});
