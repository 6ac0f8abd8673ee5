import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES, decimalsOf, isCurrency } from '@/lib/domain/currencies';
import {
  parseAmount,
  plainDecimal,
  scale,
  split,
  sumOf,
  times,
  toDecimal,
  toMinor,
} from '@/lib/domain/money';
import { GOLDEN } from './golden';
import { holds } from './holds';

const anyCurrency = fc.constantFrom(...CURRENCIES);
const anyMinor = fc.maxSafeInteger().map(toMinor);

describe('decimals of a currency', () => {
  const { zero, three, four, unlikeIntl, format } = GOLDEN.minorUnits;

  test('every currency of ISO 4217 has the decimals of that list, whatever Intl thinks', () => {
    for (const code of zero) expect([code, decimalsOf(code)]).toEqual([code, 0]);
    for (const code of three) expect([code, decimalsOf(code)]).toEqual([code, 3]);
    for (const code of four) expect([code, decimalsOf(code)]).toEqual([code, 4]);
    for (const code of unlikeIntl) expect([code, decimalsOf(code)]).toEqual([code, 2]);
    expect(CURRENCIES.filter((code) => decimalsOf(code) !== 2)).toHaveLength(26);
  });

  test.each(['', 'usd', 'XXX', 'US', 'constructor', '__proto__'])('"%s" is no currency', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(() => decimalsOf(code)).toThrow(RangeError);
  });

  test.each(format)('$minor in $code is $text', ({ code, minor, text }) => {
    expect(toDecimal(toMinor(minor), code)).toBe(text);
    expect(parseAmount(text, code)).toBe(minor);
  });
});

describe('an amount that somebody wrote', () => {
  test.each([
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234,50', 123_450],
    ["1'234.50", 123_450],
    ['1,234', 123_400],
    ['1,234,567', 123_456_700],
    ['1.234.567', 123_456_700],
    ['0,5', 50],
    ['.5', 50],
    ['5.', 500],
    ['$ 5', 500],
    ['-$5', -500],
    ['5 €', 500],
    ['(12.00)', -1_200],
    ['($12.00)', -1_200],
    ['+3', 300],
    ['-0', 0],
    ['007', 700],
  ])('%s is read digit by digit', (text, minor) => {
    expect(parseAmount(text, 'USD')).toBe(minor);
  });

  const words = '- . , 1-2 1e3 0x10 Infinity NaN ١٢ --1 (1 1) (-1) 1.234 0.001 1,23,4 1.2.3 ,500 1,234.567,8';
  const more = ['', ' ', '1,2345.00', '12 EUR', '9007199254740992'];
  test.each(words.split(' ').concat(more))('"%s" is refused, never guessed', (text) => {
    expect(parseAmount(text, 'USD')).toBeNull();
  });

  test('a point before three digits is decimals where the currency has them, and refused where not', () => {
    expect(parseAmount('1.234', 'KWD')).toBe(1_234);
    expect(parseAmount('1.5', 'JPY')).toBeNull();
    expect(parseAmount('1,500', 'JPY')).toBe(1_500);
  });

  const alphabet = fc.constantFrom(..."0123456789.,-+()$€¥ ' \u00a0eE%xn\n");
  holds(
    'whatever it is, reading it throws nothing and gives an exact amount or null',
    [fc.oneof(fc.string(), fc.string({ unit: alphabet, maxLength: 24 })), anyCurrency],
    (written, currency) => {
      const minor = parseAmount(written, currency);
      return minor === null || (Number.isSafeInteger(minor) && !Object.is(minor, -0));
    },
  );

  holds(
    'every amount of every currency survives being written and read',
    [anyMinor, anyCurrency],
    (minor, currency) => parseAmount(toDecimal(minor, currency), currency) === minor,
  );
});

describe('rounding', () => {
  test.each(GOLDEN.rounding)('$thousandths thousandths are $cents cents', ({ thousandths, cents }) => {
    expect(scale(toMinor(thousandths), 1n, 10n)).toBe(cents);
    expect(times(toMinor(thousandths), '0.1')).toBe(cents);
  });

  holds(
    'is half away from zero, and the same for a debit as for a credit',
    [fc.integer(), fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 })],
    (amount, n, d) => {
      const [numerator, denominator] = [BigInt(n), BigInt(d)];
      const result = scale(toMinor(amount), numerator, denominator);
      const over = 2n * (BigInt(Math.abs(result)) * denominator - absolute(BigInt(amount) * numerator));
      return (
        over > -denominator &&
        over <= denominator &&
        scale(toMinor(-amount), numerator, denominator) === toMinor(-result) &&
        scale(toMinor(amount), -numerator, -denominator) === result
      );
    },
  );

  test('nothing is divided by zero, and a result that would not be exact is refused', () => {
    expect(() => scale(toMinor(1), 1n, 0n)).toThrow(RangeError);
    expect(() => times(toMinor(Number.MAX_SAFE_INTEGER), '2')).toThrow(RangeError);
    expect(() => times(toMinor(1), '1e3')).toThrow(RangeError);
    expect(() => toMinor(0.5)).toThrow(RangeError);
    expect(Object.is(toMinor(-0), 0)).toBe(true);
  });
});

describe('splitting', () => {
  test.each(GOLDEN.split)('$total in $weights is $parts', ({ total, weights, parts }) => {
    expect(split(toMinor(total), weights)).toEqual(parts);
  });

  const weights = fc
    .array(fc.oneof(fc.nat(9), fc.maxSafeNat()), { minLength: 1, maxLength: 8 })
    .filter((list) => list.some((weight) => weight > 0));
  holds(
    'the parts are the whole, each within one unit of its exact share',
    [anyMinor, weights],
    (total, list) => {
      const parts = split(total, list);
      const sum = list.reduce((a, weight) => a + BigInt(weight), 0n);
      return (
        parts.length === list.length &&
        parts.reduce((a, part) => a + BigInt(part), 0n) === BigInt(total) &&
        parts.every((part, i) => absolute(BigInt(part) * sum - BigInt(total) * BigInt(list[i] ?? 0)) < sum)
      );
    },
  );

  test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]], [[Number.NaN]]])('by %j is refused', (wrong) => {
    expect(() => split(toMinor(100), wrong)).toThrow(RangeError);
  });
});

test('a sum is exact or refused, never rounded', () => {
  expect(sumOf([toMinor(1), toMinor(-3)])).toBe(-2);
  expect(sumOf([])).toBe(0);
  expect(() => sumOf([toMinor(Number.MAX_SAFE_INTEGER), toMinor(1)])).toThrow(RangeError);
});

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

test.each([
  ['1', '1'],
  ['1,000', '1000'],
  ['12,500.25', '12500.25'],
  ['1.234,5', '1234.5'],
  ['2,5', '2.5'],
  ['0,125', '0125'],
  [' 7.25 % ', '7.25'],
  ['1,23,456', '1,23,456'],
  ['-1', '-1'],
  ['1e3', '1e3'],
  ['', ''],
])('a quantity or percentage typed as %j is %j', (typed, plain) => {
  expect(plainDecimal(typed)).toBe(plain);
});
