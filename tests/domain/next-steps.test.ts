import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import {
  CHANCE,
  disputeDays,
  expectedMinor,
  type LateAccount,
  type NextStep,
  rankSteps,
  stepsOfAccount,
} from '@/lib/domain/next-steps';

const ACCOUNT: LateAccount = {
  customerId: 'a',
  customer: 'Acme',
  lateMinor: toMinor(10_000),
  oldestDays: 20,
  crossedMinor: toMinor(0),
  veryOldMinor: toMinor(0),
  habitDays: null,
  aloneShare: 0,
  broken: null,
};
const BROKEN = {
  promisedMinor: toMinor(5_000),
  receivedMinor: toMinor(0),
  promisedFor: toPlainDate('2026-03-20'),
};
const kinds = (account: Partial<LateAccount>) =>
  stepsOfAccount({ ...ACCOUNT, ...account }).map((s) => s.kind);

const accounts = fc.record({
  customerId: fc.constantFrom('a', 'b', 'c', 'd'),
  customer: fc.constant('Somebody'),
  lateMinor: fc.integer({ min: 0, max: 1_000_000 }).map(toMinor),
  oldestDays: fc.integer({ min: 1, max: 400 }),
  crossedMinor: fc.integer({ min: 0, max: 1_000 }).map(toMinor),
  veryOldMinor: fc.integer({ min: 0, max: 1_000 }).map(toMinor),
  habitDays: fc.option(fc.integer({ min: -20, max: 60 })),
  aloneShare: fc.double({ min: 0, max: 1, noNaN: true }),
  broken: fc.option(fc.constant(BROKEN)),
});
const steps = fc.array(accounts, { maxLength: 30 }).map((list) => list.flatMap(stepsOfAccount));

test('a step exists only while its reason is true', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ broken: BROKEN })).toEqual(['broken_promise']);
  expect(kinds({ broken: BROKEN, lateMinor: toMinor(0) })).toEqual([]);
  expect(kinds({ habitDays: 5 })).toEqual(['beyond_habit']);
  expect(kinds({ habitDays: 6 })).toEqual([]);
  expect(kinds({ habitDays: -30 })).toEqual(['beyond_habit']);
  expect(kinds({ crossedMinor: toMinor(1), veryOldMinor: toMinor(1) })).toEqual(['crossed', 'decide']);
});

test('the most expected money comes first, each customer once, never more than asked for', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 10 }), (all, limit) => {
      const ranked = rankSteps(all, limit);
      expect(ranked.length).toBeLessThanOrEqual(limit);
      for (const [i, step] of ranked.entries()) {
        expect(all).toContain(step);
        const next = ranked[i + 1];
        if (next) expect(expectedMinor(step)).toBeGreaterThanOrEqual(expectedMinor(next));
      }
      const customers = ranked.map(customerOf);
      expect(new Set(customers).size).toBe(customers.length);
      const left = all.filter((step) => step.amountMinor > 0 && !customers.includes(customerOf(step)));
      if (ranked.length < limit) expect(left).toEqual([]);
      else
        for (const step of left)
          expect(expectedMinor(step)).toBeLessThanOrEqual(expectedMinor(ranked.at(-1) ?? step));
    }),
  );
});

test('more money never ranks a step lower', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (all, at, more) => {
      const chosen = all[at % Math.max(all.length, 1)];
      if (!chosen) return;
      const rankOf = (list: readonly NextStep[], step: NextStep) => {
        const found = rankSteps(list, 99).indexOf(step);
        return found < 0 ? 99 : found;
      };
      const raised = { ...chosen, amountMinor: toMinor(chosen.amountMinor + more) };
      const after = all.map((step) => (step === chosen ? raised : step));
      expect(rankOf(after, raised)).toBeLessThanOrEqual(rankOf(all, chosen));
    }),
  );
});

test('nothing that is about nothing is a step, and chances are chances', () => {
  const credits = { count: 0, amountMinor: toMinor(0), largest: [] };
  expect(rankSteps([{ kind: 'unapplied', amountMinor: toMinor(0), credits }], 5)).toEqual([]);
  for (const chance of Object.values(CHANCE)) expect(chance > 0 && chance < 1).toBe(true);
  const dispute = {
    disputeId: 'd',
    isLeftAlone: false,
    customerId: 'a',
    customer: 'Acme',
    documentId: 'd',
    number: 'A',
    reason: 'Short',
    openedOn: toPlainDate('2026-03-15'),
    amountMinor: toMinor(1),
    oldestDays: 1,
  };
  expect(disputeDays(dispute, toPlainDate('2026-03-31'))).toBe(16);
});

function customerOf(step: NextStep): string | null {
  return 'account' in step ? step.account.customerId : null;
}
