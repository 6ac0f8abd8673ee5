import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftLine, draftTotals, postableLines } from '@/lib/domain/invoice-draft';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { toMinor } from '@/lib/domain/money';

const line = (changes: Partial<DraftLine> = {}): DraftLine => ({
  key: 'a',
  description: 'Beans',
  quantity: '1',
  unitPriceMinor: toMinor(100),
  taxPercent: '0',
  serviceId: null,
  beneficiaryId: null,
  ...changes,
});

test('the sums on screen are those that posting gives', () => {
  const lines = [
    line({ key: 'a', quantity: '24', unitPriceMinor: toMinor(11820) }),
    line({ key: 'b', quantity: '2,5', unitPriceMinor: toMinor(999), taxPercent: '7,25' }),
    line({ key: 'c', description: '', unitPriceMinor: null }),
  ];
  const totals = draftTotals(lines);
  expect(totals.problems.size).toBe(0);
  expect(totals).toMatchObject({ netMinor: 283_680 + 2_498, taxMinor: 181, totalMinor: 286_359 });
  expect(linesTotal(priceLines(postableLines(lines)))).toEqual({ totalMinor: 286_359, taxMinor: 181 });
});

test.each([
  ['description', { description: ' ' }],
  ['quantity', { quantity: '' }],
  ['quantity', { quantity: '-1' }],
  ['quantity', { quantity: '1e3' }],
  ['price', { unitPriceMinor: null }],
  ['size', { quantity: '999999999', unitPriceMinor: toMinor(90_000_000_000) }],
  ['tax', { taxPercent: 'ten' }],
] as const)('a line with a wrong %s says so and is not counted', (problem, wrong) => {
  const totals = draftTotals([line(), line({ key: 'b', ...wrong })]);
  expect(totals.problems.get('b')).toBe(problem);
  expect(totals.totalMinor).toBe(100);
});

test('whatever is typed, the total is net plus tax and never throws', () => {
  const typed = fc.record({
    key: fc.uuid(),
    description: fc.string(),
    quantity: fc.oneof(fc.string(), fc.nat().map(String)),
    unitPriceMinor: fc.option(fc.integer({ min: -9e13, max: 9e13 }).map(toMinor)),
    taxPercent: fc.oneof(fc.string(), fc.nat({ max: 999 }).map(String)),
    serviceId: fc.constant(null),
    beneficiaryId: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 20 }), (lines) => {
      const { netMinor, taxMinor, totalMinor } = draftTotals(lines);
      expect(netMinor + taxMinor).toBe(totalMinor);
    }),
  );
});
