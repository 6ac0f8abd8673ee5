import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { type RemindableItem, type ReminderHistory, reminderPlan } from '@/lib/domain/reminder-plan';
import { DEFAULT_POLICY, nextStep, type ReminderPolicy } from '@/lib/domain/reminder-policy';

const ON = toPlainDate('2026-03-31');
const POLICY: ReminderPolicy = { ...DEFAULT_POLICY, steps: [1, 7, 14], quietDays: 0 };
const item = (daysLate: number, more: Partial<RemindableItem> = {}): RemindableItem => ({
  itemId: `i${daysLate}`,
  documentId: `d${daysLate}`,
  customerId: 'acme',
  currency: 'USD',
  dueOn: addDays(ON, -daysLate),
  openMinor: toMinor(10_000),
  lastStep: 0,
  stoppedBy: null,
  ...more,
});
const history = (more: Partial<ReminderHistory>): ReminderHistory[] => [
  { customerId: 'acme', currency: 'USD', attempts: 1, lastOn: null, waits: false, ...more },
];
const reasons = (...args: Parameters<typeof reminderPlan>) =>
  reminderPlan(...args).skipped.map((each) => each.reason);

test('a step is taken on its day or later, one after the other', () => {
  const steps = [5, 20, 40];
  expect([4, 5, 30, 60].map((days) => nextStep(steps, 0, days))).toEqual([null, 1, 1, 1]);
  expect([19, 20, 30].map((days) => nextStep(steps, 1, days))).toEqual([null, 2, 2]);
  expect(nextStep(steps, 3, 400)).toBeNull();
});

test('a step before the due day is passed over once that day is gone', () => {
  const steps = [-3, 1, 7];
  expect([-4, -3, 0, 1, 50].map((days) => nextStep(steps, 0, days))).toEqual([null, 1, 1, 2, 2]);
});

test('one reminder lists everything that is late of a customer, once one item has come to its next step', () => {
  const late = [item(8, { lastStep: 2 }), item(3), item(0)];
  const { reminders } = reminderPlan(POLICY, late, [], ON);
  expect(reminders).toHaveLength(1);
  expect(reminders[0]?.lines.map((line) => [line.itemId, line.step, line.level])).toEqual([
    ['i8', null, 2],
    ['i3', 1, 1],
  ]);
  expect(reminders[0]?.level).toBe(2);
  expect(reasons(POLICY, [item(8, { lastStep: 2 })], [], ON)).toEqual(['no_step']);
});

test('what is disputed, promised or held is left out, and the rest is still sent', () => {
  const stopped = (['disputed', 'promised', 'held'] as const).map((stoppedBy) =>
    item(9, { itemId: stoppedBy, stoppedBy }),
  );
  const plan = reminderPlan(POLICY, [...stopped, item(3)], [], ON);
  expect(plan.skipped.map((each) => each.reason)).toEqual(['disputed', 'promised', 'held']);
  expect(plan.reminders.map((each) => each.lines.map((line) => line.itemId))).toEqual([['i3']]);
});

test('each currency has its own reminder, minimum and count', () => {
  const items = [item(3, { openMinor: toMinor(14_900), currency: 'EUR' }), item(3)];
  const policy = { ...POLICY, minimumsMinor: { EUR: toMinor(15_000), USD: toMinor(10_000) } };
  const plan = reminderPlan(policy, items, [], ON);
  expect(plan.reminders.map((each) => each.currency)).toEqual(['USD']);
  expect(plan.skipped.map((each) => [each.currency, each.reason])).toEqual([['EUR', 'below_minimum']]);
  const only = { ...POLICY, minimumsMinor: { USD: toMinor(1) }, onlyWithMinimum: true };
  expect(reminderPlan(only, items, [], ON).reminders.map((each) => each.currency)).toEqual(['USD']);
});

test('nobody is pressed more often, sooner, or past what waits', () => {
  expect(reasons({ ...POLICY, maxAttempts: 2 }, [item(3)], history({ attempts: 2 }), ON)).toEqual([
    'attempts_used',
  ]);
  const quiet = { ...POLICY, quietDays: 2 };
  expect(reasons(quiet, [item(3)], history({ lastOn: addDays(ON, -2) }), ON)).toEqual(['quiet']);
  expect(reminderPlan(quiet, [item(3)], history({ lastOn: addDays(ON, -3) }), ON).reminders).toHaveLength(1);
  expect(reasons(POLICY, [item(3)], history({ waits: true }), ON)).toEqual(['waits_to_be_sent']);
});

test('every item is reminded of at most once, nothing that is stopped is, and what is sent is worth its minimum', () => {
  const anyItem = fc.record({
    itemId: fc.uuid(),
    documentId: fc.uuid(),
    customerId: fc.constantFrom('a', 'b', 'c'),
    currency: fc.constantFrom('USD', 'EUR'),
    dueOn: fc.integer({ min: -10, max: 100 }).map((days) => addDays(ON, -days)),
    openMinor: fc.integer({ min: 1, max: 100_000 }).map(toMinor),
    lastStep: fc.nat(3),
    stoppedBy: fc.constantFrom(null, null, 'disputed' as const, 'held' as const),
  });
  const policy = { ...POLICY, minimumsMinor: { USD: toMinor(50_000) } };
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
      const { reminders } = reminderPlan(policy, items, [], ON);
      const lines = reminders.flatMap((each) => each.lines);
      expect(new Set(lines.map((line) => line.itemId)).size).toBe(lines.length);
      expect(lines.every((line) => line.stoppedBy === null)).toBe(true);
      expect(new Set(reminders.map((each) => each.customerId + each.currency)).size).toBe(reminders.length);
      for (const { currency, lines: mine } of reminders) {
        expect(mine.some((line) => line.step !== null)).toBe(true);
        const total = mine.reduce((sum, line) => sum + line.openMinor, 0);
        expect(currency === 'EUR' || total >= 50_000).toBe(true);
      }
    }),
  );
});
