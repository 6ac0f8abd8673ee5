import { expect, test } from 'vitest';
import { withParams } from '@/lib/url';

test('state that is not changed stays in the address', () => {
  expect(withParams('/aging', { asOf: '2026-10-31', open: 'brightwater' }, { asOf: null })).toBe(
    '/aging?open=brightwater',
  );
  expect(withParams('/aging', { asOf: '2026-10-31' }, { sort: 'total', open: undefined })).toBe(
    '/aging?asOf=2026-10-31&sort=total',
  );
});

test('no parameters leave a bare path', () => {
  expect(withParams('/aging', { asOf: '2026-10-31', q: undefined }, { asOf: null, age: [] })).toBe('/aging');
});

test('lists repeat, and values are escaped', () => {
  expect(withParams('/invoices', { age: ['31', '61'] }, { q: 'A&B', page: 2 })).toBe(
    '/invoices?age=31&age=61&q=A%26B&page=2',
  );
});
