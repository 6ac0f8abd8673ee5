import { expect, test } from 'vitest';
import { madeOf } from '@/components/cash/made-of';

test('what a forecast is made of is told in whole invoices', () => {
  expect(madeOf(1)).toBe('Made of when 1 invoice was paid, by each customer’s own habit');
  expect(madeOf(1.4)).toBe(madeOf(1));
  expect(madeOf(1_234.3334)).toBe('Made of when 1,234 invoices were paid, by each customer’s own habit');
});
