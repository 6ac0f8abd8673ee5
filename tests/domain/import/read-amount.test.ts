import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Minor, toDecimal, toMinor } from '@/lib/domain/money';
import { readAmount, styleIn } from '@/lib/import/read-amount';

test.each([
  ['1234.50', 'point', 'USD', 123450],
  ['$1,234.50', 'point', 'USD', 123450],
  ['USD 1,234.50', 'point', 'USD', 123450],
  ['1.234,50 EUR', 'comma', 'EUR', 123450],
  ['1.234', 'comma', 'EUR', 123400],
  ['1,234', 'point', 'USD', 123400],
  ['1,5', 'comma', 'EUR', 150],
  ["1'234.50", 'point', 'CHF', 123450],
  ['1 234,50', 'comma', 'EUR', 123450],
  ['1234', 'point', 'JPY', 1234],
  ['1.234', 'point', 'KWD', 1234],
  ['(12.00)', 'point', 'USD', -1200],
  ['12.00-', 'point', 'USD', -1200],
  ['-12', 'point', 'USD', -1200],
  ['0', 'point', 'USD', 0],
] as const)('%s with a %s is read in %s', (text, style, currency, minor) => {
  expect(readAmount(text, style, currency)).toBe(minor);
});

test.each([
  ['12.345', 'point', 'USD', 'more than the 2 decimals'],
  ['1,234', 'comma', 'EUR', 'more than the 2 decimals'],
  ['12.5', 'point', 'JPY', 'JPY has none'],
  ['99999999999999999999', 'point', 'USD', 'larger than one document'],
  ['900000000000.01', 'point', 'USD', 'larger than one document'],
  ['12 EUR', 'point', 'USD', 'not in USD'],
  ['1e5', 'point', 'USD', 'not an amount'],
  ['NaN', 'point', 'USD', 'not an amount'],
  ['12,34,56.78', 'point', 'USD', 'not an amount'],
  ['ten', 'point', 'USD', 'not an amount'],
  ['--5', 'point', 'USD', 'not an amount'],
] as const)('%s with a %s in %s is refused in words', (text, style, currency, words) => {
  expect(readAmount(text, style, currency)).toMatchObject({ problem: expect.stringContaining(words) });
});

test('a cell tells the decimal mark of its column when it has cents', () => {
  expect(
    [
      '1.50',
      '1,50',
      '1,234.50',
      '1.234,50',
      '1,234',
      '1.234',
      '1,234,567',
      '1.234.567',
      '12',
      '0.125',
      'x',
    ].map(styleIn),
  ).toEqual([
    'point',
    'comma',
    'point',
    'comma',
    'either',
    'either',
    'point',
    'comma',
    'fixed',
    'point',
    null,
  ]);
});

test('every amount that can be posted is read back from either way of writing it', () => {
  const amounts = fc
    .integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 })
    .map((n): Minor => toMinor(n));
  fc.assert(
    fc.property(amounts, fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'), (amount, currency) => {
      const written = toDecimal(amount, currency);
      expect(readAmount(written, 'point', currency)).toBe(amount);
      expect(readAmount(written.replace('.', ','), 'comma', currency)).toBe(amount);
    }),
    { numRuns: 2_000 },
  );
});
