import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf } from '@/lib/domain/invoice-lines';
import { toMinor } from '@/lib/domain/money';
import { isTolerated, toleratedMinor } from '@/lib/domain/tolerance';
import { GOLDEN } from './golden';
import { holds } from './holds';

const { amount, percent, cases } = GOLDEN.tolerance;

test.each(cases)('$paid paid of $invoice: written off by itself is $writtenOff', (example) => {
  const left = toMinor(example.invoice - example.paid);
  const tolerance = { amountMinor: toMinor(amount), percent };
  expect(isTolerated(tolerance, toMinor(example.invoice), left)).toBe(example.writtenOff);
});

test('nothing is written off by itself unless both limits are set', () => {
  expect(toleratedMinor({ amountMinor: null, percent: '100' }, toMinor(1_000))).toBe(0);
  expect(toleratedMinor({ amountMinor: toMinor(500), percent: null }, toMinor(1_000))).toBe(0);
  expect(isTolerated({ amountMinor: null, percent: null }, toMinor(1_000), toMinor(1))).toBe(false);
});

const size = fc.integer({ min: 0, max: 1_000_000_000 });
holds(
  'no more than either limit is ever tolerated, and never nothing or less',
  [size, fc.integer({ min: 0, max: 10_000 }), size, fc.integer({ min: -1_000, max: 1_000_000_000 })],
  (limit, hundredths, invoice, left) => {
    const rate = (hundredths / 100).toFixed(2);
    const tolerance = { amountMinor: toMinor(limit), percent: rate };
    const written = isTolerated(tolerance, toMinor(invoice), toMinor(left));
    return written === (left > 0 && left <= limit && left <= percentOf(toMinor(invoice), rate));
  },
);
