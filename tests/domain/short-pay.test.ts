import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf, toMinor } from '@/lib/domain/money';
import { forgivenMinor, REST_WAYS, type RestChoice, standingRests } from '@/lib/domain/short-pay';
import { isWithinLimit } from '@/lib/domain/write-off-limit';

const debit = (itemId: string, open: number) => ({ itemId, openMinor: toMinor(open) });
const pays = (...parts: readonly (readonly [string, number])[]) =>
  new Map(parts.map(([id, amount]) => [id, toMinor(amount)]));
const say = (as: RestChoice['as'], reason = '') => ({ as, reason });

test('a rest stands only while its item is paid, and not in full', () => {
  const debits = [debit('A', 100), debit('B', 100), debit('C', 100)];
  const said = new Map([
    ['A', say('write_off')],
    ['B', say('discount')],
    ['C', say('dispute', 'Wrong price')],
  ]);
  expect(standingRests(said, debits, pays(['A', 90], ['B', 100]))).toEqual([
    { itemId: 'A', leftMinor: 10, rest: say('write_off') },
  ]);
});

test('what is contested or left open is still owed; what is written off, credited or given is not', () => {
  const way = fc.constantFrom(...REST_WAYS);
  const line = fc.record({
    open: fc.integer({ min: 2, max: 9_999 }),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    way,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const debits = lines.map(({ open }, i) => debit(`${i}`, open));
      const paid = pays(
        ...lines.map(({ open, share }, i) => [`${i}`, Math.max(1, Math.floor(open * share))] as const),
      );
      const rests = new Map(lines.map((each, i) => [`${i}`, say(each.way)]));
      const standing = standingRests(rests, debits, paid);
      const kept = standing.filter(({ rest: { as } }) => as === 'open' || as === 'dispute');
      expect(forgivenMinor(standing) + sumOf(kept.map(({ leftMinor }) => leftMinor))).toBe(
        sumOf(debits.map(({ openMinor }) => openMinor)) - sumOf(paid.values()),
      );
    }),
  );
});

test('a limit binds at its amount, speaks of the base currency alone, and none binds nothing', () => {
  const limit = { currency: 'USD', writeOffLimitMinor: toMinor(500) };
  expect(isWithinLimit(limit, { amountMinor: toMinor(500), currency: 'USD' })).toBe(true);
  expect(isWithinLimit(limit, { amountMinor: toMinor(501), currency: 'USD' })).toBe(false);
  expect(isWithinLimit(limit, { amountMinor: toMinor(1), currency: 'EUR' })).toBe(false);
  expect(
    isWithinLimit({ ...limit, writeOffLimitMinor: null }, { amountMinor: toMinor(1), currency: 'EUR' }),
  ).toBe(true);
});
