import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  concentrated,
  creditsInPrior,
  crossAged,
  type DebtorBalance,
  over90,
} from '@/lib/domain/borrowing-base';
import { sumOf, toMinor } from '@/lib/domain/money';

function debtor(customer: string, billed: number, old: number, credits = 0): DebtorBalance {
  return {
    customerId: customer,
    customer,
    billedMinor: toMinor(billed),
    over90Minor: toMinor(old),
    lateMinor: toMinor(old),
    creditsMinor: toMinor(credits),
    totalMinor: toMinor(billed + credits),
  };
}

const BOOKS = [
  debtor('Half old', 10_000, 5_000),
  debtor('Exactly ten', 10_000, 1_000),
  debtor('A cent more', 10_000, 1_001, -500),
  debtor('Fresh', 70_000, 0, -2_000),
];
const names = ({ debtors }: ReturnType<typeof over90>) => debtors.map(({ customer }) => customer);

test('a customer is out whole when more than the limit is over 90 days, and not at the limit itself', () => {
  expect(names(over90(BOOKS))).toEqual(['Half old', 'A cent more', 'Exactly ten']);
  expect(over90(BOOKS).totalMinor).toBe(7_001);
  expect(names(crossAged(BOOKS, 10))).toEqual(['A cent more', 'Half old']);
  expect(crossAged(BOOKS, 10).totalMinor).toBe(20_000);
  expect(crossAged(BOOKS, 25)).toMatchObject({ totalMinor: 10_000 });
});

test('of a customer beyond a fifth of all only the excess counts, and credits in prior are those of customers past due', () => {
  // All is 97,500, a fifth of it 19,500; Fresh owes 68,000.
  expect(concentrated(BOOKS, 20)).toMatchObject({ totalMinor: 48_500 });
  expect(names(concentrated(BOOKS, 20))).toEqual(['Fresh']);
  expect(creditsInPrior(BOOKS)).toMatchObject({ totalMinor: 500 });
  expect(concentrated([], 20)).toEqual({ debtors: [], totalMinor: 0 });
});

const anyBooks = fc.array(
  fc
    .record({ billed: fc.nat(1e9), share: fc.nat(100), credits: fc.nat(1e8) })
    .map(({ billed, share, credits }) => {
      const old = Math.floor((billed * share) / 100);
      return debtor(`${billed}/${share}/${credits}`, billed, old, -credits);
    }),
  { maxLength: 30 },
);

test('a lower limit never lets more in, what is out is no more than all, and old debts are always out where all of them count', () => {
  fc.assert(
    fc.property(anyBooks, fc.nat(99), fc.nat(99), (books, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      expect(crossAged(books, low).totalMinor).toBeGreaterThanOrEqual(crossAged(books, high).totalMinor);
      expect(crossAged(books, low).totalMinor).toBeLessThanOrEqual(
        sumOf(books.map((each) => each.billedMinor)),
      );
      expect(crossAged(books, 0).totalMinor).toBeGreaterThanOrEqual(over90(books).totalMinor);
      expect(concentrated(books, 100).totalMinor).toBeLessThanOrEqual(
        sumOf(books.map((each) => toMinor(-each.creditsMinor))),
      );
    }),
  );
});
