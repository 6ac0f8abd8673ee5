import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor, ZERO } from '@/lib/domain/money';
import { type PaymentDraft, resultOf, withAmount, withTick } from '@/lib/domain/payment-draft';

const debit = (number: string, due: string, open: number) => ({
  itemId: number,
  number,
  dueOn: toPlainDate(due),
  openMinor: toMinor(open),
});
const debits = [
  debit('A', '2026-01-10', 30000),
  debit('B', '2026-01-20', 20000),
  debit('C', '2026-02-01', 50000),
];
const draft = (amount: number | null, more: Partial<PaymentDraft> = {}): PaymentDraft => ({
  amountMinor: amount === null ? null : toMinor(amount),
  fill: 'oldest',
  useCredit: false,
  excluded: new Set(),
  byHand: new Map(),
  ...more,
});

test('an empty form pays nothing and owes nothing', () => {
  expect(resultOf(draft(null), debits, ZERO)).toMatchObject({
    appliedMinor: 0,
    leftMinor: 0,
    hasMatch: true,
  });
});

test('oldest first fills down the list; an unticked invoice is left out and the rest filled again', () => {
  const shown = resultOf(draft(60000), debits, ZERO);
  expect([...shown.pays]).toEqual([
    ['A', 30000],
    ['B', 20000],
    ['C', 10000],
  ]);
  const without = withTick(draft(60000), shown, debits[0]!, false);
  expect([...resultOf(without, debits, ZERO).pays]).toEqual([
    ['B', 20000],
    ['C', 40000],
  ]);
});

test('typing an amount keeps what the others showed and fills by hand from then on', () => {
  const shown = resultOf(draft(60000), debits, ZERO);
  const typed = withAmount(draft(60000), shown, 'B', toMinor(15000));
  expect(typed.fill).toBe('hand');
  expect(resultOf(typed, debits, ZERO)).toMatchObject({ appliedMinor: 55000, leftMinor: 5000 });
  const ticked = withTick(typed, resultOf(typed, debits, ZERO), debits[1]!, true);
  expect(resultOf(ticked, debits, ZERO).pays.get('B')).toBe(5000);
});

test('an amount beyond what an invoice has open is named, and one beyond the receipt leaves less than nothing', () => {
  const over = draft(10000, { fill: 'hand', byHand: new Map([['A', toMinor(30001)]]) });
  const result = resultOf(over, debits, ZERO);
  expect([...result.overpaid]).toEqual(['A']);
  expect(result.leftMinor).toBe(-20001);
});

test('an exact match is found with the credit on the account, and its absence is said', () => {
  expect(resultOf(draft(65000, { fill: 'exact', useCredit: true }), debits, toMinor(5000)).pays).toEqual(
    new Map([
      ['B', 20000],
      ['C', 50000],
    ]),
  );
  expect(resultOf(draft(1, { fill: 'exact' }), debits, ZERO)).toMatchObject({
    hasMatch: false,
    leftMinor: 1,
  });
});

test('whatever is filled by itself, received is applied plus left, and nothing is overpaid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200000 }),
      fc.boolean(),
      fc.constantFrom('oldest' as const, 'exact' as const),
      (amount, useCredit, fill) => {
        const result = resultOf(draft(amount, { fill, useCredit }), debits, toMinor(700));
        expect(result.appliedMinor + result.leftMinor).toBe(amount + (useCredit ? 700 : 0));
        expect(result.overpaid.size).toBe(0);
      },
    ),
    { numRuns: 10_000 },
  );
});
