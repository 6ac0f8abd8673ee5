import { expect, test } from 'vitest';
import { readFindQuery } from '@/lib/find-query';

test('words, a number and an amount are told apart', () => {
  expect(readFindQuery('  bri   12480 ', 'USD')).toEqual({
    whole: 'bri 12480',
    words: 'bri',
    number: '12480',
    amountMinor: 1_248_000,
    reach: null,
  });
  expect(readFindQuery('INV-20399', 'USD')).toEqual({
    whole: 'INV-20399',
    words: '',
    number: 'INV-20399',
    amountMinor: null,
    reach: null,
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

test('what looks like an e-mail address or a phone number is told from numbers of documents and amounts', () => {
  const reach = (text: string) => readFindQuery(text, 'USD')?.reach;
  expect(reach('Dana@Bright')).toBe('dana@bright');
  expect(reach('@bright.example')).toBe('@bright.example');
  expect(reach('+1 (555) 014-2776')).toBe('15550142776');
  expect(reach('030 / 90.18.20')).toBe('30901820');
  for (const text of ['1234', 'INV-20399', 'bri 12480', '12,480.00', 'dana', '()()()'])
    expect([text, reach(text)]).toEqual([text, null]);
});
