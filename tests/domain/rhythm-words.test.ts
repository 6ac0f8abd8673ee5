import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import type { Rhythm } from '@/lib/domain/recurrence';
import { billsFrom, nextBilling } from '@/lib/next-billing';
import { recurringState, rhythmWords } from '@/lib/rhythm-words';

const day = toPlainDate;

test.each([
  ['week', '2026-11-26', 'Every week on Thursday'],
  ['month', '2026-01-31', 'Every month on the 31st, or the last day'],
  ['month', '2026-01-12', 'Every month on the 12th'],
  ['quarter', '2026-01-02', 'Every three months on the 2nd'],
  ['year', '2026-03-03', 'Every year on 3 Mar'],
] as const)('every %s from %s is said as %s', (every: Rhythm, startsOn, words) => {
  expect(rhythmWords({ every, startsOn: day(startsOn) })).toBe(words);
});

test('what was billed today bills next time, and a pause keeps the next back', () => {
  const monthly = { every: 'month', startsOn: day('2026-01-31'), endsOn: null } as const;
  expect(billsFrom(null, day('2026-02-28'))).toBe('2026-02-28');
  expect(billsFrom(day('2026-02-28'), day('2026-02-28'))).toBe('2026-03-01');
  expect(nextBilling({ ...monthly, pausedOn: null }, day('2026-03-01'))).toBe('2026-03-31');
  expect(nextBilling({ ...monthly, pausedOn: day('2026-03-31') }, day('2026-03-01'))).toBeNull();
});

test('it runs on its last day still, and is over the day after, paused or not', () => {
  const over = { endsOn: day('2026-03-31'), pausedOn: null };
  expect(recurringState(over, day('2026-03-31'))).toBe('active');
  expect(recurringState({ ...over, pausedOn: day('2026-03-01') }, day('2026-03-31'))).toBe('paused');
  expect(recurringState({ ...over, pausedOn: day('2026-03-01') }, day('2026-04-01'))).toBe('ended');
});
