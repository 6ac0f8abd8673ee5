import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, LAST_DAY, toPlainDate } from '@/lib/domain/dates';
import { nextOccurrences, occurrencesBetween, type Recurrence, type Rhythm } from '@/lib/domain/recurrence';
import { GOLDEN } from './golden';
import { holds } from './holds';

const day = toPlainDate;
const rhythm = (every: Rhythm, startsOn: string, endsOn: string | null = null): Recurrence => ({
  every,
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});

test('monthly from the 31st keeps the 31st', () => {
  const { start, months } = GOLDEN.recurringAnchor31;
  expect(nextOccurrences(rhythm('month', start), day(start), 5)).toEqual(months);
});

test.each<[Rhythm, string, string[]]>([
  ['week', '2026-02-26', ['2026-02-26', '2026-03-05', '2026-03-12']],
  ['quarter', '2025-11-30', ['2025-11-30', '2026-02-28', '2026-05-30']],
  ['year', '2024-02-29', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
])('every %s from %s', (every, start, days) => {
  expect(nextOccurrences(rhythm(every, start), day(start), days.length)).toEqual(days);
});

test('nothing happens after the last day, before the first, or beyond what books can hold', () => {
  const ending = rhythm('month', '2026-01-31', '2026-03-31');
  expect(nextOccurrences(ending, day('2026-03-01'), 5)).toEqual(['2026-03-31']);
  expect(nextOccurrences(ending, day('2026-04-01'), 5)).toEqual([]);
  const early = { from: day('2025-01-01'), to: day('2026-02-01'), most: 9 };
  expect(occurrencesBetween(ending, early)).toEqual(['2026-01-31']);
  expect(nextOccurrences(rhythm('year', '2190-06-01'), day('2190-06-02'), 50).at(-1)! <= LAST_DAY).toBe(true);
});

const EVERY = fc.constantFrom<Rhythm>('week', 'month', 'quarter', 'year');
const start = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('2000-01-01'), n));
holds(
  'what happens in two stretches is what happens in both together, each once and in order',
  [EVERY, start, fc.integer({ min: -60, max: 4_000 }), fc.nat(40), fc.nat(40)],
  (every, startsOn, offset, a, b) => {
    const recurrence = { every, startsOn, endsOn: null };
    const from = addDays(startsOn, offset);
    const [middle, to] = [addDays(from, a), addDays(from, a + b)];
    const between = (one: typeof from, two: typeof from) =>
      occurrencesBetween(recurrence, { from: one, to: two, most: 1_000 });
    const whole = between(from, to);
    const parts = [...between(from, middle), ...between(addDays(middle, 1), to)];
    return (
      JSON.stringify(whole) === JSON.stringify(parts) &&
      whole.every((each, i) => i === 0 || each > whole[i - 1]!)
    );
  },
);
holds(
  'each day of a month is the one of the first, as far as the month has it',
  [start, fc.nat(60)],
  (startsOn, n) => {
    const nth = addMonths(startsOn, n);
    return nextOccurrences({ every: 'month', startsOn, endsOn: null }, nth, 1)[0] === nth;
  },
);
