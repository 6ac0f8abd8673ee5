import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { holds, type OverdueState, overdueState } from '@/lib/domain/overdue-state';

const ON = toPlainDate('2026-03-31');
const unpaid = (count: number, sum = 0, daysAgo: number | null = null) => ({
  count,
  sumMinor: toMinor(sum),
  earliestOn: daysAgo === null ? null : addDays(ON, -daysAgo),
});

test('a number of days counts from the earliest unpaid day, that many included; nothing unpaid is no days', () => {
  const condition = { kind: 'days_since_earliest_unpaid_at_least', threshold: 10 } as const;
  expect([null, 9, 10, 20].map((days) => holds(condition, unpaid(1, 0, days), ON))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('a count is reached by as many as it says', () => {
  const condition = { kind: 'unpaid_count_at_least', threshold: 1 } as const;
  expect([0, 1, 2].map((count) => holds(condition, unpaid(count), ON))).toEqual([false, true, true]);
});

test('of a ladder of sums the highest that is reached wins, to the cent', () => {
  const ladder = [
    ['OD1', 26_000],
    ['OD2', 60_000],
    ['OD3', 120_000],
  ].map(
    ([name, threshold]): OverdueState => ({
      name: String(name),
      conditions: [{ kind: 'unpaid_sum_at_least', threshold: Number(threshold) }],
    }),
  );
  const states = [25_999, 26_000, 59_999, 60_000, 119_999, 120_000].map((sum) =>
    overdueState(ladder, unpaid(1, sum), ON),
  );
  expect(states).toEqual(['clear', 'OD1', 'OD1', 'OD2', 'OD2', 'OD3']);
});

test('a rung is reached only when all of its conditions hold', () => {
  const ladder: OverdueState[] = [
    {
      name: 'Blocked',
      conditions: [
        { kind: 'unpaid_sum_at_least', threshold: 10_000 },
        { kind: 'days_since_earliest_unpaid_at_least', threshold: 30 },
      ],
    },
  ];
  expect(overdueState(ladder, unpaid(1, 10_000, 29), ON)).toBe('clear');
  expect(overdueState(ladder, unpaid(1, 9_999, 30), ON)).toBe('clear');
  expect(overdueState(ladder, unpaid(1, 10_000, 30), ON)).toBe('Blocked');
  expect(overdueState([], unpaid(9, 99_999, 99), ON)).toBe('clear');
});
