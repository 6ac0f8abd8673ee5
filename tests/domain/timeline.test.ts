import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { firstDayWithRoom, type Movement } from '@/lib/domain/timeline';
import { holds } from './holds';

const EPOCH = toPlainDate('2026-01-01');
const on = (n: number) => addDays(EPOCH, n);

test('with nothing taken there is room from the first day on', () => {
  expect(firstDayWithRoom(100, [], 100, EPOCH)).toBe(EPOCH);
  expect(firstDayWithRoom(100, [], 101, EPOCH)).toBeNull();
});

test('the days before an undo takes effect are still taken', () => {
  const movements: Movement[] = [
    { effectiveOn: on(2), amountMinor: 100 },
    { effectiveOn: on(9), amountMinor: -100 },
  ];
  expect(firstDayWithRoom(100, movements, 1, on(5))).toBe(on(9));
  expect(firstDayWithRoom(100, movements, 100, on(20))).toBe(on(20));
});

test('room now is no room when a later day would take too much', () => {
  const movements = [{ effectiveOn: on(5), amountMinor: 60 }];
  expect(firstDayWithRoom(100, movements, 40, EPOCH)).toBe(EPOCH);
  expect(firstDayWithRoom(100, movements, 41, EPOCH)).toBeNull();
});

const anyMovements = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: -50, max: 50 })), { maxLength: 5 });
holds(
  'it is the first day from which no later day takes more than the whole, or there is none',
  [fc.nat(120), anyMovements, fc.integer({ min: 1, max: 120 }), fc.nat(9)],
  (size, list, amount, from) => {
    const movements = list.map(([day, amountMinor]) => ({ effectiveOn: on(day), amountMinor }));
    let expected: number | null = null;
    for (let day = 10; day >= from; day -= 1) {
      const taken = list.reduce((sum, [movedOn, moved]) => (movedOn <= day ? sum + moved : sum), amount);
      if (taken > size) break;
      expected = day;
    }
    const found = firstDayWithRoom(size, movements, amount, on(from));
    return found === (expected === null ? null : on(expected));
  },
);
