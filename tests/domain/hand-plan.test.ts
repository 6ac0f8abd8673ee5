import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { handPlan, handStage } from '@/lib/domain/hand-plan';
import { toMinor } from '@/lib/domain/money';
import type { RemindableItem } from '@/lib/domain/reminder-plan';

const ON = toPlainDate('2026-11-25');

function item(more: Partial<RemindableItem> & { readonly daysLate?: number } = {}): RemindableItem {
  const { daysLate = 10, ...rest } = more;
  const documentId = rest.documentId ?? 'A';
  return {
    itemId: `${documentId} ${rest.customerId ?? 'acme'}`,
    documentId,
    customerId: 'acme',
    currency: 'USD',
    dueOn: addDays(ON, -daysLate),
    openMinor: toMinor(100),
    lastStep: 0,
    stoppedBy: null,
    ...rest,
  };
}

const NOBODY = new Map();

test('everything late of a customer is in one reminder a currency, whatever the steps of the policy', () => {
  const items = [
    item(),
    item({ documentId: 'B', daysLate: 1, lastStep: 2 }),
    item({ documentId: 'C', daysLate: 0 }),
    item({ documentId: 'D', currency: 'EUR' }),
    item({ documentId: 'E', customerId: 'bolt' }),
  ];
  const { reminders, leftOut } = handPlan({ customerIds: ['acme'], documentIds: [] }, items, NOBODY, ON);
  expect(
    reminders.map((each) => [each.currency, each.level, each.lines.map((line) => line.documentId)]),
  ).toEqual([
    ['USD', 3, ['A', 'B']],
    ['EUR', 1, ['D']],
  ]);
  expect(reminders.flatMap(({ lines }) => lines.map(({ step }) => step))).toEqual([null, null, null]);
  expect(leftOut).toEqual([]);
  expect(handStage(reminders)).toBe('again');
  expect(handStage(reminders.slice(1))).toBe('first');
});

test('what is disputed, promised or held is left out once for its parts, and the rest is reminded of', () => {
  const items = [
    item(),
    item({ documentId: 'B', itemId: 'B 1', stoppedBy: 'disputed' }),
    item({ documentId: 'B', itemId: 'B 2', stoppedBy: 'disputed' }),
    item({ documentId: 'C', stoppedBy: 'held' }),
  ];
  const { reminders, leftOut } = handPlan({ customerIds: ['acme'], documentIds: [] }, items, NOBODY, ON);
  expect(reminders[0]?.lines.map((line) => line.documentId)).toEqual(['A']);
  expect(leftOut).toEqual([
    { customerId: 'acme', documentId: 'B', reason: 'disputed' },
    { customerId: 'acme', documentId: 'C', reason: 'held' },
  ]);
});

test('whom no mail reaches is left out with the reason, unless there was nothing to say anyway', () => {
  const items = [item(), item({ documentId: 'B', customerId: 'bolt', stoppedBy: 'promised' })];
  const unsent = new Map([
    ['acme', 'no_address'],
    ['bolt', 'told_today'],
  ] as const);
  const chosen = { customerIds: ['acme', 'bolt', 'calm'], documentIds: [] };
  expect(handPlan(chosen, items, unsent, ON)).toEqual({
    reminders: [],
    leftOut: [
      { customerId: 'acme', documentId: null, reason: 'no_address' },
      { customerId: 'bolt', documentId: 'B', reason: 'promised' },
      { customerId: 'calm', documentId: null, reason: 'nothing_late' },
    ],
  });
});

test('of chosen documents nothing else is reminded of', () => {
  const items = [item(), item({ documentId: 'B' })];
  const { reminders } = handPlan({ customerIds: ['acme'], documentIds: ['B', 'X'] }, items, NOBODY, ON);
  expect(reminders.flatMap(({ lines }) => lines.map((line) => line.documentId))).toEqual(['B']);
});

test('each late item of a chosen customer is reminded of or left out, never both', () => {
  const items = fc.array(
    fc.record({
      documentId: fc.constantFrom('A', 'B', 'C', 'D'),
      customerId: fc.constantFrom('acme', 'bolt'),
      daysLate: fc.integer({ min: -3, max: 5 }),
      stoppedBy: fc.constantFrom(null, null, 'disputed', 'promised', 'held'),
    }),
  );
  fc.assert(
    fc.property(items, fc.boolean(), (rows, isReached) => {
      const given = rows.map((row, at) =>
        // One document has one customer.
        item({ ...row, documentId: `${row.documentId} ${row.customerId}`, itemId: String(at) }),
      );
      const unsent = isReached ? NOBODY : new Map([['acme', 'bounced'] as const]);
      const plan = handPlan({ customerIds: ['acme'], documentIds: [] }, given, unsent, ON);
      const late = given.filter((each) => each.customerId === 'acme' && each.dueOn < ON);
      const free = late.filter((each) => each.stoppedBy === null).map(({ itemId }) => itemId);
      const named = plan.reminders.flatMap(({ lines }) => lines.map(({ itemId }) => itemId));
      expect(named.toSorted()).toEqual(isReached ? free.toSorted() : []);
      const stopped = new Set(late.flatMap((each) => (each.stoppedBy ? [each.documentId] : [])));
      expect(plan.leftOut.flatMap(({ documentId }) => documentId ?? []).toSorted()).toEqual(
        [...stopped].toSorted(),
      );
    }),
  );
});
