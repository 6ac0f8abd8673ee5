import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimal, toMinor } from '@/lib/domain/money';
import { parseMoneyText } from '@/lib/money-text';

test.each([
  ['1,234.5', 123_450],
  ['$ 5', 500],
  ['(12.00)', -1_200],
  ['=1200*1.2', 144_000],
  ['= 1,200 × 1.2', 144_000],
  ['=(80+45.5)/2', 6_275],
  ['=100/3', 3_333],
  ['=2/3', 67],
  ['=-10+2*3', -400],
  ['=-(1.005)', -101],
  ['=10-2-3', 500],
  ['=100/2/5', 1_000],
])('%s is read to the cent', (text, minor) => {
  expect(parseMoneyText(text, 'USD')).toBe(minor);
});

test.each([
  '',
  '=',
  'abc',
  '=1+',
  '=(1',
  '=1)',
  '=1/0',
  '=1 2',
  '=a',
  '=()',
  '=9e9',
  `=${'1+'.repeat(60)}1`,
  '=99999999999999999',
])('%s is not an amount', (text) => {
  expect(parseMoneyText(text, 'USD')).toBeNull();
});

test('a sum is rounded to the decimals of its currency', () => {
  expect(parseMoneyText('=1000/3', 'JPY')).toBe(333);
  expect(parseMoneyText('=1/3', 'KWD')).toBe(333);
});

test('what a field shows, it reads back', () => {
  const amounts = fc.integer({ min: -1e12, max: 1e12 }).map(toMinor);
  fc.assert(
    fc.property(amounts, fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'), (amount, currency) => {
      expect(parseMoneyText(`=${toDecimal(amount, currency)}`, currency)).toBe(amount);
    }),
  );
});
