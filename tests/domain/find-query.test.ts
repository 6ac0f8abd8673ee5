import { expect, test } from 'vitest';
import { readFindQuery } from '@/lib/find-query';

test('words, a number and an amount are told apart', () => {
  expect(readFindQuery('  bri   12480 ', 'USD')).toEqual({
    whole: 'bri 12480',
    words: 'bri',
    number: '12480',
    amountMinor: 1_248_000,
  });
  expect(readFindQuery('INV-20399', 'USD')).toEqual({
    whole: 'INV-20399',
    words: '',
    number: 'INV-20399',
    amountMinor: null,
  });
  expect(readFindQuery('1,150.00 halden university', 'USD')).toMatchObject({
    words: 'halden university',
    amountMinor: 115_000,
  });
});

test('an amount has the digits of its currency, and nothing of nothing is looked for', () => {
  expect(readFindQuery('1500', 'JPY')?.amountMinor).toBe(1_500);
  expect(readFindQuery('12.345', 'USD')?.amountMinor ?? null).toBeNull();
  expect(readFindQuery('0', 'USD')?.amountMinor).toBeNull();
  expect(readFindQuery('   ', 'USD')).toBeNull();
  expect(readFindQuery('osprey\0', 'USD'), 'what no stored text can hold').toBeNull();
  expect(readFindQuery('x'.repeat(500), 'USD')?.whole).toHaveLength(100);
});
