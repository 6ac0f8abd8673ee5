import { expect, test } from 'vitest';
import { acceptedType } from '@/app/api/v1/_api/media-type';

const OFFERED = ['application/json', 'text/csv'];

test.each([
  [null, 'application/json'],
  ['*/*', 'application/json'],
  ['text/csv', 'text/csv'],
  ['text/*', 'text/csv'],
  ['TEXT/CSV; charset=utf-8', 'text/csv'],
  ['application/json;q=0.5, text/csv', 'text/csv'],
  ['text/html, */*;q=0.1', 'application/json'],
  ['application/json;q=0, */*', 'text/csv'],
  ['application/pdf', null],
  ['text/csv;q=0', null],
  ['text/csv;q=none', null],
  ['', null],
])('Accept: %s is answered in %s', (accept, type) => {
  expect(acceptedType(accept, OFFERED)).toBe(type);
});
