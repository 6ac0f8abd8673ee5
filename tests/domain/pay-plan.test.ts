import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toPlainDate } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { payPlan } from '@/lib/domain/pay-plan';
import { paymentReference } from '@/lib/domain/payment-reference';

const first = toPlainDate('2026-01-31');
const item = (number: string, open: number, days: number) => ({
  itemId: number,
  number,
  dueOn: addDays(first, days),
  openMinor: toMinor(open),
});
const pair = (amount: number, credit = 0) => ({ amountMinor: toMinor(amount), creditMinor: toMinor(credit) });

test('two invoices and a credit: the amount is what the credit leaves', () => {
  const chosen = [item('INV-20407', 891_540, 14), item('INV-20399', 1_248_000, 0)];
  expect(payPlan(chosen, pair(2_024_540, 115_000))).toEqual({
    parts: [
      { itemId: 'INV-20399', amountMinor: 1_248_000 },
      { itemId: 'INV-20407', amountMinor: 891_540 },
    ],
    creditUsedMinor: 115_000,
    surplusMinor: 0,
    remainingMinor: 0,
  });
});

test('paying less pays the oldest, and the rest stays due', () => {
  const plan = payPlan([item('A', 300, 0), item('B', 200, 9)], pair(400));
  expect(plan).toMatchObject({ remainingMinor: 100, surplusMinor: 0 });
  expect(plan.parts.at(-1)).toEqual({ itemId: 'B', amountMinor: 100 });
});

test('paying more uses no credit, and says what is too much', () => {
  expect(payPlan([item('A', 300, 0)], pair(350, 100))).toMatchObject({
    creditUsedMinor: 0,
    surplusMinor: 50,
    remainingMinor: 0,
  });
});

test('nothing appears or is lost, whatever is chosen', () => {
  const items = fc.uniqueArray(
    fc.record({ open: fc.integer({ min: 1, max: 1_000_000 }), days: fc.integer({ min: 0, max: 400 }) }),
    { maxLength: 12 },
  );
  const amount = fc.integer({ min: 0, max: 5_000_000 });
  fc.assert(
    fc.property(items, amount, amount, (rows, paid, credit) => {
      const chosen = rows.map(({ open, days }, i) => item(`N${i}`, open, days));
      const plan = payPlan(chosen, pair(paid, credit));
      const total = sumOf(chosen.map((each) => each.openMinor));
      const settled = sumOf(plan.parts.map((part) => part.amountMinor));
      expect(settled + plan.surplusMinor).toBe(paid + plan.creditUsedMinor);
      expect(settled + plan.remainingMinor).toBe(total);
      expect(plan.creditUsedMinor).toBeLessThanOrEqual(credit);
      expect(plan.surplusMinor === 0 || plan.creditUsedMinor === 0).toBe(true);
    }),
  );
});

test('a reference is made of letters and digits that look like no others', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      expect(paymentReference(bytes)).toMatch(/^PAY-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    }),
  );
});
