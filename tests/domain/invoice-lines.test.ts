import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arePriceable, linesTotal, percentOf, priceLines } from '@/lib/domain/invoice-lines';
import { sumOf, toMinor } from '@/lib/domain/money';
import { holds } from './holds';

test('each line is rounded on its own, half away from zero, so that what is shown adds up', () => {
  const lines = priceLines([
    { description: 'Hours', quantity: '2.5', unitPriceMinor: toMinor(4_999), taxPercent: '7.25' },
    { description: 'Parts', quantity: '3', unitPriceMinor: toMinor(335), taxPercent: '0' },
    { description: 'Rebate', quantity: '-1', unitPriceMinor: toMinor(150), taxPercent: '7.25' },
  ]);
  expect(lines.map((line) => [line.netMinor, line.taxMinor])).toEqual([
    [12_498, 906],
    [1_005, 0],
    [-150, -11],
  ]);
  expect(linesTotal(lines)).toEqual({ totalMinor: 14_248, taxMinor: 895 });
});

const oneThousandAndOne = (unitPrice: number, quantity: string) =>
  Array.from({ length: 100 }, () => ({
    description: 'Units',
    quantity,
    unitPriceMinor: toMinor(unitPrice),
    taxPercent: '20',
  }));

test.each([
  ['1.001 dinars each', 1_001, '1', 20_000, 20_020, 120_120],
  ['1.001 units at a dollar', 100, '1.001', 2_000, 2_002, 12_012],
] as const)(
  '100 lines at 20 %%, %s: tax per line, and per document',
  (_what, price, quantity, each, once, total) => {
    const lines = oneThousandAndOne(price, quantity);
    expect(linesTotal(priceLines(lines, 'line')).taxMinor).toBe(each);
    expect(linesTotal(priceLines(lines, 'document'))).toEqual({ taxMinor: once, totalMinor: total });
  },
);

test.each([
  ['0', 0],
  ['0.5', 50],
  ['7.25', 725],
  ['19', 1_900],
  ['100', 10_000],
  ['1000', 100_000],
  ['0.001', 0],
  ['0.005', 1],
])('%s percent of 100.00', (percent, minor) => {
  expect(percentOf(toMinor(10_000), percent)).toBe(minor);
});

const decimal = (max: number) =>
  fc
    .tuple(fc.nat(max), fc.nat(9_999))
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`);
const line = fc.record({
  description: fc.constant('Goods'),
  quantity: decimal(1_000),
  unitPriceMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(toMinor),
  taxPercent: decimal(100),
});
holds(
  'the total is the sum of what the lines show, tax included',
  [fc.array(line, { maxLength: 3 })],
  (inputs) => {
    const lines = priceLines(inputs);
    const { totalMinor, taxMinor } = linesTotal(lines);
    const tax = sumOf(lines.map((priced) => priced.taxMinor));
    return taxMinor === tax && totalMinor === sumOf(lines.map((priced) => priced.netMinor)) + tax;
  },
);

const huge = fc.oneof(decimal(1_000), fc.maxSafeNat().map(String));
const wildLine = fc.record({
  description: fc.constant('Goods'),
  quantity: huge,
  unitPriceMinor: fc.maxSafeInteger().map(toMinor),
  taxPercent: huge,
});
holds(
  'lines that are called priceable can be priced and summed exactly',
  [fc.array(wildLine, { maxLength: 3 })],
  (lines) => {
    if (arePriceable(lines)) linesTotal(priceLines(lines));
    return true;
  },
);

test('what would not be exact is not priceable', () => {
  const lineOf = (quantity: string, price: number) => ({
    description: 'Goods',
    quantity,
    unitPriceMinor: toMinor(price),
    taxPercent: '0',
  });
  expect(arePriceable([lineOf('1000000', 9_000_000_000_000)])).toBe(false);
  expect(arePriceable([lineOf('-1000000', 9_000_000_000_000)])).toBe(false);
  expect(arePriceable([lineOf('1', 90_000_000_000_000)])).toBe(true);
  expect(arePriceable(Array.from({ length: 60 }, () => lineOf('1', 90_000_000_000_000)))).toBe(false);
});

holds(
  'rounded per document the total is off by less than a unit, and every line by less than one',
  [fc.array(line, { minLength: 1, maxLength: 4 })],
  (inputs) => {
    const exact = inputs.map((input) => {
      const net = BigInt(input.unitPriceMinor) * inTenThousandths(input.quantity) * 1_000_000n;
      return { net, tax: (net * inTenThousandths(input.taxPercent)) / 1_000_000n };
    });
    const scale = 10n ** 10n;
    const lines = priceLines(inputs, 'document');
    const near = (minor: number, value: bigint, by: bigint) => {
      const off = BigInt(minor) * scale - value;
      return (off < 0n ? -off : off) <= by;
    };
    const net = exact.reduce((sum, each) => sum + each.net, 0n);
    const tax = exact.reduce((sum, each) => sum + each.tax, 0n);
    const { totalMinor, taxMinor } = linesTotal(lines);
    return (
      near(taxMinor, tax, scale / 2n) &&
      near(totalMinor - taxMinor, net, scale / 2n) &&
      lines.every((each, i) => near(each.netMinor, exact[i]?.net ?? 0n, scale)) &&
      lines.every((each, i) => near(each.taxMinor, exact[i]?.tax ?? 0n, scale))
    );
  },
);

/** A decimal of four places as a whole number of ten thousandths. */
function inTenThousandths(written: string): bigint {
  return BigInt(written.replace('.', ''));
}
