import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchTotals } from '@/lib/domain/batch-draft';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { toMinor } from '@/lib/domain/money';

const row = (key: string, currency: string, quantity: string, price: number | null) => ({
  key,
  currency,
  quantity,
  unitPriceMinor: price === null ? null : toMinor(price),
});

test('currencies are never added, and what cannot be billed is named and not counted', () => {
  const { totals, problems } = batchTotals(
    [
      row('a', 'USD', '1', 10_000),
      row('b', 'EUR', '2', 500),
      row('c', 'USD', 'x', 5),
      row('d', 'USD', '1', null),
      row('e', 'USD', '0', 5),
    ],
    '10',
  );
  expect(totals).toEqual([
    { currency: 'USD', count: 1, totalMinor: 11_000 },
    { currency: 'EUR', count: 1, totalMinor: 1_100 },
  ]);
  expect([...problems]).toEqual(['c', 'd', 'e']);
});

test('what the rows come to is what posting each of them gives', () => {
  const amounts = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 99 }), price: fc.integer({ min: 1, max: 1e7 }) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(amounts, (each) => {
      const rows = each.map(({ quantity, price }, i) => row(String(i), 'USD', String(quantity), price));
      const posted = each.map(
        ({ quantity, price }) =>
          linesTotal(
            priceLines([
              {
                description: 'x',
                quantity: String(quantity),
                unitPriceMinor: toMinor(price),
                taxPercent: '7.25',
              },
            ]),
          ).totalMinor,
      );
      const [total] = batchTotals(rows, '7.25').totals;
      expect(total?.totalMinor ?? 0).toBe(
        posted.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0),
      );
    }),
  );
});
