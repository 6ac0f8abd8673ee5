import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant, toInstant } from '@/lib/domain/instants';
import { holds } from './holds';

test.each([
  ['2026-03-01T04:30:00.123456Z', '2026-03-01T04:30:00.123456Z'],
  ['2026-03-01T04:30:00.1234569Z', '2026-03-01T04:30:00.123456Z'],
  ['2026-03-01T04:30:00Z', '2026-03-01T04:30:00.000000Z'],
  ['2026-03-01T00:30:00.5+02:00', '2026-02-28T22:30:00.500000Z'],
  ['2026-03-01T04:30Z', '2026-03-01T04:30:00.000000Z'],
])('%s is %s', (text, kept) => {
  expect(parseInstant(text)).toBe(kept);
});

test.each([
  '',
  '2026-03-01',
  '2026-03-01T04:30:00',
  '2026-02-30T25:00:00Z',
  'now',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '2026-03-01 04:30:00Z',
])('"%s" is no instant', (text) => {
  expect(parseInstant(text)).toBeNull();
  expect(() => toInstant(text)).toThrow(RangeError);
});

const anyDate = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
holds('instants compare as text in the order of time', [anyDate, anyDate], (a, b) => {
  const [x, y] = [toInstant(a.toISOString()), toInstant(b.toISOString())];
  return x < y === a < b && (x === y) === (a.getTime() === b.getTime());
});
