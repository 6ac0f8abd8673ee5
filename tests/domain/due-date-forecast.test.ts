import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import {
  dueDateForecast,
  FORECAST_SLOTS,
  FORECAST_WEEKS,
  type PromisedAmount,
  slotOf,
} from '@/lib/domain/due-date-forecast';
import { sumOf, toMinor } from '@/lib/domain/money';
import { holds } from './holds';

const asOf = toPlainDate('2026-11-20');
const minor = toMinor;

test('a week begins the day after, and what is due today and still open is counted to the first', () => {
  const slots = (days: number[]) => days.map((day) => slotOf(addDays(asOf, day), asOf));
  expect(slots([-400, -1, 0, 1, 7, 8, 14, 15, 42, 43, 900])).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 6, 7, 7]);
});

const item = (itemId: string, dueIn: number, open: number, documentId = itemId) => ({
  itemId,
  documentId,
  customerId: 'c',
  dueOn: addDays(asOf, dueIn),
  openMinor: minor(open),
});

test('what is contested is left out, and what is promised moves to its day, no more than is open', () => {
  const items = [item('a', -10, 100), item('b', 3, 50)];
  const open = [100, 50, 0, 0, 0, 0, 0, 30].map(minor);
  const promise: PromisedAmount = {
    customerId: 'c',
    documentId: 'a',
    promisedFor: addDays(asOf, 9),
    restMinor: minor(80),
  };
  const disputes = [{ documentId: 'a', amountMinor: minor(40) }];
  const found = dueDateForecast(open, { items, disputes, promises: [promise] }, asOf);
  expect(found).toMatchObject({ overdueMinor: 0, disputedMinor: 40, promisedMinor: 60, laterMinor: 30 });
  expect(found.weeks.map((week) => week.amountMinor)).toEqual([50, 60, 0, 0, 0, 0]);
  expect(found.weeks[0]).toMatchObject({ from: '2026-11-21', to: '2026-11-27' });
  expect(found.weeks[5]).toMatchObject({ to: addDays(asOf, 42) });
});

test('a promise of the account takes what is due longest, and one within its grace is for the coming week', () => {
  const items = [item('b', 3, 50), item('a', -10, 100)];
  const open = [100, 50, 0, 0, 0, 0, 0, 0].map(minor);
  const promises = [
    { customerId: 'c', documentId: null, promisedFor: addDays(asOf, -1), restMinor: minor(120) },
  ];
  const found = dueDateForecast(open, { items, disputes: [], promises }, asOf);
  expect(found).toMatchObject({ overdueMinor: 0, promisedMinor: 120 });
  expect(found.weeks[0]?.amountMinor).toBe(150);
});

const amount = fc.integer({ min: 1, max: 1_000 });
const anyItem = fc.record({ due: fc.integer({ min: -90, max: 90 }), open: amount, of: fc.nat(3) });
const anyClaim = fc.record({ of: fc.option(fc.nat(4)), amount, day: fc.integer({ min: -5, max: 80 }) });

holds(
  'overdue, weeks, later and disputed add up to what is open, and none of them is below 0',
  [
    fc.array(anyItem, { maxLength: 8 }),
    fc.array(anyClaim, { maxLength: 5 }),
    fc.array(anyClaim, { maxLength: 5 }),
  ],
  (drawn, contested, promised) => {
    const items = drawn.map(({ due, open, of }, i) => item(String(i), due, open, `d${of}`));
    const open = Array.from({ length: FORECAST_SLOTS }, (_, slot) =>
      sumOf(items.filter((each) => slotOf(each.dueOn, asOf) === slot).map((each) => each.openMinor)),
    );
    const said = {
      items,
      disputes: contested.map((each) => ({ documentId: `d${each.of}`, amountMinor: minor(each.amount) })),
      promises: promised.map(({ of, amount: rest, day }) => ({
        customerId: 'c',
        documentId: of === null ? null : `d${of}`,
        promisedFor: addDays(asOf, day),
        restMinor: minor(rest),
      })),
    };
    const { overdueMinor, weeks, laterMinor, disputedMinor } = dueDateForecast(open, said, asOf);
    const parts = [overdueMinor, ...weeks.map((week) => week.amountMinor), laterMinor, disputedMinor];
    return (
      weeks.length === FORECAST_WEEKS &&
      parts.every((part) => part >= 0) &&
      sumOf(parts) === sumOf(open) &&
      disputedMinor <= sumOf(said.disputes.map((each) => each.amountMinor))
    );
  },
);
