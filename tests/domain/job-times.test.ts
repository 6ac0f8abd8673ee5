import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessHour, localMoment, morningOf, nextBusinessMorning } from '@/lib/domain/business-hours';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { needPerson } from '@/lib/domain/escalation';
import { lastHour, nextRun, runsOn } from '@/lib/domain/job-times';
import { toMinor } from '@/lib/domain/money';
import { jobsDue, jobTimes } from '@/lib/job-times';

const day = toPlainDate;
const NONE = { remindersAt: null, digestAt: null, statementsOn: null, isConnected: false };

test('by itself only what mails nobody runs', () => {
  const due = jobsDue(NONE, { day: day('2026-06-05'), hour: 23 });
  expect(due.map(({ job }) => job)).toEqual(['recurring', 'late-fees', 'verify']);
});

test('the next run is today until its hour has come, then on the next day that has one', () => {
  const { reminders, statements } = jobTimes({ ...NONE, remindersAt: 9, statementsOn: 5 });
  expect(nextRun(reminders!, { day: day('2026-06-05'), hour: 8 })).toEqual({ day: '2026-06-05', hour: 9 });
  expect(nextRun(reminders!, { day: day('2026-06-05'), hour: 9 })).toEqual({ day: '2026-06-08', hour: 9 });
  expect(nextRun(statements!, { day: day('2026-06-05'), hour: 9 }).day).toBe('2026-07-05');
});

test('books that follow others are read every four hours, at six among others, and each of these once', () => {
  const connected = { ...NONE, isConnected: true };
  const slots = Array.from({ length: 24 }, (_, hour) =>
    jobsDue(connected, { day: day('2026-06-05'), hour }).find(({ job }) => job === 'sync'),
  );
  expect(slots.slice(0, 3)).toEqual([undefined, undefined, { job: 'sync', slot: 2 }]);
  expect(new Set(slots.slice(2).map((due) => due?.slot))).toEqual(new Set([2, 6, 10, 14, 18, 22]));
  const { sync } = jobTimes(connected);
  expect(nextRun(sync!, { day: day('2026-06-05'), hour: 10 })).toEqual({ day: '2026-06-05', hour: 14 });
  expect(nextRun(sync!, { day: day('2026-06-05'), hour: 23 })).toEqual({ day: '2026-06-06', hour: 2 });
});

test('a job that is due on a day has that day among its next runs', () => {
  const days = fc.integer({ min: 0, max: 800 }).map((n) => addDays(day('2026-01-01'), n));
  const times = fc.record({
    hour: fc.integer({ min: 0, max: 23 }),
    dayOfMonth: fc.option(fc.integer({ min: 1, max: 28 })),
    isBusinessDaysOnly: fc.boolean(),
    everyHours: fc.option(fc.integer({ min: 1, max: 12 })),
  });
  fc.assert(
    fc.property(times, days, fc.integer({ min: 0, max: 23 }), (time, at, hour) => {
      const { day: next, hour: then } = nextRun(time, { day: at, hour });
      expect(runsOn(time, next)).toBe(true);
      expect(next > at || (next === at && then > hour)).toBe(true);
      expect(lastHour(time, then)).toBe(then);
      for (let between = addDays(at, 1); between < next; between = addDays(between, 1))
        expect(runsOn(time, between)).toBe(false);
    }),
  );
});

test.each([
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
])('nine in the morning in %s is nine there, on every day of a year', (zone) => {
  for (let n = 0; n < 366; n += 1) {
    const at = addDays(day('2026-01-01'), n);
    expect(localMoment(zone, morningOf(at, zone))).toEqual({ day: at, hour: 9 });
    expect(localMoment(zone, new Date(morningOf(at, zone).getTime() - 1)).hour).toBe(8);
  }
});

test('a business morning is on a business day, and an hour of business', () => {
  for (let n = 0; n < 30; n += 1)
    for (const hour of [0, 8, 9, 16, 17, 23]) {
      const moment = { day: addDays(day('2026-01-01'), n), hour };
      const next = nextBusinessMorning(moment);
      expect(isBusinessHour({ day: next, hour: 9 })).toBe(true);
      expect(next > moment.day || (next === moment.day && hour < 9)).toBe(true);
    }
});

test('a person is needed for what went through every step and is not stopped', () => {
  const item = (customerId: string, lastStep: number, stoppedBy: 'disputed' | null = null) => ({
    itemId: `${customerId}${lastStep}`,
    documentId: 'd',
    customerId,
    currency: 'USD',
    dueOn: day('2026-01-01'),
    openMinor: toMinor(100),
    lastStep,
    stoppedBy,
  });
  const found = needPerson([item('a', 5), item('b', 4), item('c', 5, 'disputed')], 5);
  expect([...found.keys()]).toEqual(['a']);
  expect(needPerson([item('a', 0)], 0).size).toBe(0);
});
