import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import type { LateAccount, OpenDispute } from '@/lib/domain/next-steps';
import { freshness, rankWork } from '@/lib/domain/worklist';

const TODAY = toPlainDate('2026-11-20');
const account = (customer: string, late: number, more: Partial<LateAccount> = {}): LateAccount => ({
  customerId: customer,
  customer,
  lateMinor: toMinor(late),
  oldestDays: 10,
  crossedMinor: toMinor(0),
  veryOldMinor: toMinor(0),
  habitDays: null,
  aloneShare: 0,
  broken: null,
  ...more,
});
const dispute = (customer: string, amount: number): OpenDispute => ({
  disputeId: `${customer} ${amount}`,
  customerId: customer,
  customer,
  documentId: customer,
  number: 'A',
  reason: 'Wrong price',
  openedOn: addDays(TODAY, -16),
  amountMinor: toMinor(amount),
  oldestDays: 5,
  isLeftAlone: false,
});
const broken = { promisedMinor: toMinor(5), receivedMinor: toMinor(0), promisedFor: addDays(TODAY, -2) };
const NONE = { accounts: [], disputes: [], lastCalls: new Map() };

test('who is late is on the list, for its best reason, once', () => {
  const accounts = [
    account('Late', 1_000),
    account('Broken', 1_000, { broken, crossedMinor: toMinor(900) }),
    account('Old', 1_000, { veryOldMinor: toMinor(1_000), oldestDays: 161 }),
    account('Settled', 0),
  ];
  const { works } = rankWork(
    { ...NONE, accounts, disputes: [dispute('Old', 400), dispute('Contests', 700)] },
    TODAY,
  );
  expect(works.map(({ customer, kind, step }) => [customer, kind, step.kind])).toEqual([
    ['Broken', 'call', 'broken_promise'],
    ['Late', 'call', 'late'],
    ['Contests', 'dispute', 'dispute'],
    ['Old', 'dispute', 'dispute'],
  ]);
});

test('every dispute is listed, best first, whatever else there is of its customer', () => {
  const left = { ...dispute('Called', 900), isLeftAlone: true };
  const disputes = [dispute('Late', 100), dispute('Late', 300), left];
  const ranked = rankWork({ ...NONE, accounts: [account('Late', 10_000)], disputes }, TODAY);
  expect(ranked.disputes.map(({ customer, step }) => [customer, step.amountMinor])).toEqual([
    ['Called', 900],
    ['Late', 300],
    ['Late', 100],
  ]);
  expect(ranked.works.map(({ customer, kind }) => [customer, kind])).toEqual([['Late', 'call']]);
});

test('a call takes from the worth of the next one, all of it on the day and nothing after a week', () => {
  expect([0, 1, 7, 30].map((days) => freshness(addDays(TODAY, -days), TODAY))).toEqual([0, 1 / 7, 1, 1]);
  expect(freshness(null, TODAY)).toBe(1);
  const accounts = [account('Called', 10_000), account('Not called', 6_000)];
  const lastCalls = new Map([['Called', addDays(TODAY, -2)]]);
  const { works } = rankWork({ ...NONE, accounts, lastCalls }, TODAY);
  expect(works.map(({ customer }) => customer)).toEqual(['Not called', 'Called']);
});

test('the list is in order of what can be expected, and holds every late customer exactly once', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 30 });
  fc.assert(
    fc.property(amounts, fc.array(fc.integer({ min: 0, max: 20 })), (late, called) => {
      const accounts = late.map((each, i) => account(`${i}`, each));
      const lastCalls = new Map(called.map((days, i) => [`${i}`, addDays(TODAY, -days)]));
      const { works } = rankWork({ ...NONE, accounts, lastCalls }, TODAY);
      expect(works.map(({ customerId }) => customerId).toSorted()).toEqual(
        accounts.map(({ customerId }) => customerId).toSorted(),
      );
      for (const [i, work] of works.entries())
        expect(work.expected).toBeGreaterThanOrEqual(works[i + 1]?.expected ?? 0);
    }),
  );
});

test('who pays without being asked is asked later', () => {
  const accounts = [account('Comes alone', 10_000, { aloneShare: 0.5 }), account('Has to be asked', 6_000)];
  const { works } = rankWork({ ...NONE, accounts }, TODAY);
  expect(works.map(({ customer, expected }) => [customer, expected])).toEqual([
    ['Has to be asked', 1_200],
    ['Comes alone', 1_000],
  ]);
});
