import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { type InstalmentPlan, planOfTerms, termsOfPlan } from '@/lib/domain/instalment-plan';
import { sumOf, toMinor } from '@/lib/domain/money';
import { instalmentsOf, termsProblem } from '@/lib/domain/payment-terms';
import { readWritten } from '@/lib/read-written';
import {
  draftContent,
  inCurrency,
  type WrittenInvoice,
  writtenDueOn,
  writtenInstalments,
} from '@/lib/written-invoice';

const plans = fc.record({
  parts: fc.integer({ min: 2, max: 36 }),
  every: fc.constantFrom('week', 'month'),
  firstDays: fc.integer({ min: 0, max: 400 }),
});
const WRITTEN: WrittenInvoice = {
  customerId: '0190f000-0000-7000-8000-000000000001',
  currency: 'USD',
  issuedOn: toPlainDate('2026-01-31'),
  due: { kind: 'terms' },
  purchaseOrder: 'PO 4711',
  number: '',
  lines: [
    {
      key: 'kept 0',
      description: 'Beans',
      quantity: '2.5',
      unitPriceMinor: toMinor(11_820),
      taxPercent: '7.25',
      serviceId: 's',
      beneficiaryId: null,
    },
  ],
  discount: { percent: '2', days: '10' },
};

test('the terms of a plan are terms that posting takes, and are known again', () => {
  fc.assert(
    fc.property(plans, (plan: InstalmentPlan) => {
      const terms = termsOfPlan(plan);
      expect(termsProblem(terms)).toBeNull();
      expect(planOfTerms(terms)).toEqual(plan);
    }),
  );
});

test('the parts of a plan add up to the total, none more than a cent from another', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 100, max: 9e12 }), (plan: InstalmentPlan, total) => {
      const parts = instalmentsOf(termsOfPlan(plan), toMinor(total), toPlainDate('2026-01-31')) ?? [];
      const amounts = parts.map((part) => part.amountMinor);
      expect(sumOf(amounts)).toBe(total);
      expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('100.00 in three monthly parts from the 31st falls due at month ends', () => {
  const due = { kind: 'parts', plan: { parts: 3, every: 'month', firstDays: 0 } } as const;
  expect(writtenInstalments({ ...WRITTEN, due }, toMinor(10_000), 30)).toEqual([
    { dueOn: '2026-01-31', amountMinor: 3_334 },
    { dueOn: '2026-02-28', amountMinor: 3_333 },
    { dueOn: '2026-03-31', amountMinor: 3_333 },
  ]);
});

test.each([
  [{ kind: 'terms' }],
  [{ kind: 'days', days: 14 }],
  [{ kind: 'day', on: toPlainDate('2026-03-01') }],
  [{ kind: 'parts', plan: { parts: 4, every: 'week', firstDays: 7 } }],
  [{ kind: 'hand', parts: [{ key: 'kept 0', dueOn: toPlainDate('2026-03-01'), amountMinor: toMinor(5) }] }],
] as const)('what a draft keeps of an invoice due by %j is written on as it was', (due) => {
  const kept: unknown = JSON.parse(JSON.stringify(draftContent({ ...WRITTEN, due })));
  expect(readWritten(kept, 'EUR')).toEqual({ ...WRITTEN, due });
});

test('what is half typed is kept as it was typed', () => {
  const lines = WRITTEN.lines.map((line) => ({ ...line, quantity: 'two', unitPriceMinor: null }));
  const half = { ...WRITTEN, issuedOn: null, lines, discount: { percent: 'x', days: '' } };
  expect(readWritten(draftContent(half), 'USD')).toEqual(half);
});

test('a draft with what the editor does not show is not opened as if it had none of it', () => {
  expect(readWritten({ amount: '100.00' }, 'USD')).toBeNull();
  expect(readWritten({ rounding: 'document' }, 'USD')).toBeNull();
  expect(readWritten({ discount: { amount: '5' } }, 'USD')).toBeNull();
  expect(readWritten({ terms_lines: [{ kind: 'remainder', months: 2 }] }, 'USD')).toBeNull();
  expect(readWritten('nothing', 'USD')).toBeNull();
});

test('parts by hand count only when every one has a day and an amount and together they are the total', () => {
  const part = (amount: number | null) => ({
    key: String(amount),
    dueOn: toPlainDate('2026-02-01'),
    amountMinor: amount === null ? null : toMinor(amount),
  });
  const of = (...amounts: (number | null)[]) =>
    writtenInstalments({ ...WRITTEN, due: { kind: 'hand', parts: amounts.map(part) } }, toMinor(100), 30);
  expect(of(60, 40)).toHaveLength(2);
  expect(of(60, 39)).toBeNull();
  expect(of(100, null)).toBeNull();
});

test('the due day follows the terms, and stays open while nothing says it', () => {
  expect(writtenDueOn(WRITTEN, 30)).toBe('2026-03-02');
  expect(writtenDueOn(WRITTEN, null)).toBeNull();
  expect(writtenDueOn({ ...WRITTEN, due: { kind: 'days', days: 0 } }, 30)).toBe('2026-01-31');
});

test('prices keep their figures in another currency, or none where its digits do not fit', () => {
  const price = (amount: number, to: string) =>
    inCurrency(
      [{ ...(WRITTEN.lines[0] as (typeof WRITTEN.lines)[0]), unitPriceMinor: toMinor(amount) }],
      'USD',
      to,
    )[0]?.unitPriceMinor;
  expect(price(11_800, 'KWD')).toBe(118_000);
  expect(price(11_850, 'JPY')).toBeNull();
});
