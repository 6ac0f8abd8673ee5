import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  drawFrom,
  exactMatch,
  type OpenDebit,
  oldestFirst,
  type Plan,
  proposal,
} from '@/lib/domain/allocation';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { GOLDEN } from './golden';
import { holds } from './holds';

const EPOCH = toPlainDate('2026-01-01');

const items = GOLDEN.allocation.invoices.map((invoice) => debit(invoice.number, invoice.due, invoice.open));

const anyItems = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(6)), { maxLength: 8 })
  .map((list) => list.map(([open, age], i) => debit(`N${i}`, addDays(EPOCH, age), open)));
const anyReceipt = fc.integer({ min: 1, max: 300 }).map(toMinor);

describe('oldest first', () => {
  test.each(GOLDEN.allocation.receipts)('a receipt of $receipt', ({ receipt, parts, unapplied }) => {
    const plan = oldestFirst(toMinor(receipt), items.toReversed());
    expect(amounts(plan)).toEqual(parts);
    expect(plan.unappliedMinor).toBe(unapplied);
  });

  holds(
    'nothing is lost or made, no item takes more than it has, and none is passed over for a later one',
    [anyReceipt, anyItems],
    (receipt, list) => {
      const { parts, unappliedMinor } = oldestFirst(receipt, list);
      const open = openOf(list);
      const days = parts.map((part) => list.find((item) => item.itemId === part.itemId)?.dueOn ?? '');
      return (
        total(parts.map((part) => part.amountMinor)) + unappliedMinor === receipt &&
        parts.every(({ itemId, amountMinor }) => amountMinor > 0 && amountMinor <= (open.get(itemId) ?? 0)) &&
        parts.slice(0, -1).every(({ itemId, amountMinor }) => amountMinor === open.get(itemId)) &&
        days.every((day, i) => i === 0 || day >= (days[i - 1] ?? '')) &&
        (unappliedMinor === 0 || parts.length === list.length)
      );
    },
  );

  holds(
    'the result does not depend on the order in which the items come',
    [anyReceipt, anyItems, fc.nat(7)],
    (receipt, list, turn) => {
      const turned = [...list.slice(turn), ...list.slice(0, turn)].toReversed();
      return JSON.stringify(proposal(receipt, turned)) === JSON.stringify(proposal(receipt, list));
    },
  );

  test('money that is not there is given to nobody', () => {
    for (const receipt of [0, -500])
      expect(oldestFirst(toMinor(receipt), items)).toEqual({ parts: [], unappliedMinor: receipt });
  });
});

describe('exact match', () => {
  test('one item that is paid to the cent goes before older ones', () => {
    expect(amounts(exactMatch(toMinor(50_000), items))).toEqual({ C: 50_000 });
    expect(amounts(exactMatch(toMinor(20_000), items))).toEqual({ B: 20_000 });
  });

  test('else a combination, the one with the oldest items', () => {
    expect(amounts(exactMatch(toMinor(70_000), items))).toEqual({ B: 20_000, C: 50_000 });
    const pairs = [...items, debit('D', '2026-02-02', 30_000), debit('E', '2026-02-03', 20_000)];
    expect(amounts(exactMatch(toMinor(80_000), pairs))).toEqual({ A: 30_000, B: 20_000, D: 30_000 });
  });

  holds(
    'it pays whole items that add up to the receipt, and finds such items whenever there are any',
    [anyReceipt, anyItems],
    (receipt, list) => {
      const plan = exactMatch(receipt, list);
      if (!plan) return !sums(list).has(receipt);
      const open = openOf(list);
      return (
        total(plan.parts.map((part) => part.amountMinor)) === receipt &&
        plan.unappliedMinor === 0 &&
        new Set(plan.parts.map((part) => part.itemId)).size === plan.parts.length &&
        plan.parts.every((part) => part.amountMinor === open.get(part.itemId))
      );
    },
  );

  test('the search ends soon even when there is nothing to find', () => {
    const even = Array.from({ length: 300 }, (_, i) => debit(`N${i}`, addDays(EPOCH, i), 2_000_000 + 2 * i));
    expect(exactMatch(toMinor(20_000_001), even)).toBeNull();
    expect(proposal(toMinor(20_000_001), even)).toEqual(oldestFirst(toMinor(20_000_001), even));
  });

  test('there is none for no money or no items', () => {
    expect(exactMatch(toMinor(0), items)).toBeNull();
    expect(exactMatch(toMinor(100), [])).toBeNull();
  });
});

holds(
  'parts are covered from sources in their order, and what is missing is told',
  [fc.array(fc.nat(100), { maxLength: 5 }), fc.array(fc.nat(100), { maxLength: 5 })],
  (has, wants) => {
    const sources = has.map((left, i) => ({ creditItemId: `c${i}`, leftMinor: toMinor(left) }));
    const parts = wants.map((amount, i) => ({ itemId: `d${i}`, amountMinor: toMinor(amount) }));
    const { draws, missingMinor } = drawFrom(sources, parts);
    const [given, wanted] = [total(has), total(wants)];
    const drawn = (source: string) =>
      total(draws.filter((draw) => draw.creditItemId === source).map((draw) => draw.amountMinor));
    return (
      total(draws.map((draw) => draw.amountMinor)) === Math.min(given, wanted) &&
      missingMinor === Math.max(0, wanted - given) &&
      draws.every((draw) => draw.amountMinor > 0) &&
      sources.every((source) => drawn(source.creditItemId) <= source.leftMinor) &&
      draws.every((draw, i) => i === 0 || draw.creditItemId >= (draws[i - 1]?.creditItemId ?? ''))
    );
  },
);

function debit(number: string, dueOn: string, open: number): OpenDebit {
  return { itemId: `item ${number}`, number, dueOn: toPlainDate(dueOn), openMinor: toMinor(open) };
}

function amounts(plan: Plan | null): Record<string, number> {
  return Object.fromEntries((plan?.parts ?? []).map((part) => [part.itemId.slice(5), part.amountMinor]));
}

function openOf(list: readonly OpenDebit[]): Map<string, number> {
  return new Map(list.map((item) => [item.itemId, item.openMinor]));
}

/** Every sum that some of the items add up to. */
function sums(list: readonly OpenDebit[]): Set<number> {
  const reached = new Set<number>();
  for (const { openMinor } of list) for (const sum of [0, ...reached]) reached.add(sum + openMinor);
  return reached;
}

function total(list: readonly number[]): number {
  return list.reduce((a, b) => a + b, 0);
}
