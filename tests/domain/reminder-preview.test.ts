import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { previewReminders } from '@/lib/domain/reminder-preview';

const DUE = toPlainDate('2026-03-31');
const days = (steps: number[], quietDays = 0, maxAttempts: number | null = null) =>
  previewReminders({ steps, quietDays, maxAttempts }, DUE).map((reminder) => reminder.daysPastDue);

test('an unpaid invoice is reminded of on the day of each step', () => {
  expect(days([-3, 1, 7, 14, 30], 2)).toEqual([-3, 1, 7, 14, 30]);
  expect(previewReminders({ steps: [-3, 1], quietDays: 2, maxAttempts: null }, DUE)).toEqual([
    { on: '2026-03-28', daysPastDue: -3, step: 1 },
    { on: '2026-04-01', daysPastDue: 1, step: 2 },
  ]);
});

test('quiet days put a step off, and the most attempts end them', () => {
  expect(days([1, 2, 3], 4)).toEqual([1, 6, 11]);
  expect(days([1, 7, 14], 0, 2)).toEqual([1, 7]);
  expect(days([])).toEqual([]);
});

test('reminders keep their distance, their order and their number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -30, max: 90 }), { maxLength: 6 }),
      fc.integer({ min: 0, max: 10 }),
      (unsorted, quietDays) => {
        const steps = unsorted.toSorted((a, b) => a - b);
        const found = days(steps, quietDays);
        expect(found.length).toBeLessThanOrEqual(steps.length);
        found.forEach((day, i) => {
          if (i > 0) expect(day - (found[i - 1] ?? 0)).toBeGreaterThan(quietDays);
        });
      },
    ),
  );
});
