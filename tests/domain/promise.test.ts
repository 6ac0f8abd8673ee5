import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { promiseStatus } from '@/lib/domain/promise';

const of = (receivedMinor: number, isCancelled = false) => ({
  amountMinor: toMinor(1_000_00),
  promisedFor: toPlainDate('2026-03-10'),
  isCancelled,
  receivedMinor: toMinor(receivedMinor),
});

test.each([
  ['before its day', 0, '2026-03-09', 0, 'active'],
  ['on its day: due today is not broken until tomorrow', 0, '2026-03-10', 0, 'active'],
  ['the day after', 0, '2026-03-11', 0, 'broken'],
  ['the day after, within two days of grace', 0, '2026-03-12', 2, 'active'],
  ['after the grace', 0, '2026-03-13', 2, 'broken'],
  ['a part of it came', 999_99, '2026-03-11', 0, 'partly_kept'],
  ['a part of it came, and there is still time', 999_99, '2026-03-10', 0, 'active'],
  ['all of it came early', 1_000_00, '2026-03-01', 0, 'kept'],
  ['more than all of it came', 1_000_01, '2026-04-01', 0, 'kept'],
])('%s', (_name, received, on, grace, status) => {
  expect(promiseStatus(of(received), toPlainDate(on), grace)).toBe(status);
});

test('a promise that was taken back is neither kept nor broken', () => {
  expect(promiseStatus(of(1_000_00, true), toPlainDate('2026-04-01'))).toBe('cancelled');
});

test('more money never makes a promise worse', () => {
  const order = ['broken', 'partly_kept', 'active', 'kept'];
  const days = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-04-01'].map(toPlainDate);
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), fc.constantFrom(...days), (a, b, on) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((each) => promiseStatus(of(each), on));
      expect(order.indexOf(more ?? '')).toBeGreaterThanOrEqual(order.indexOf(less ?? ''));
    }),
  );
});
