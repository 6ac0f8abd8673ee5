import { expect, test } from 'vitest';
import { overLimitMinor } from '@/lib/domain/credit-limit';
import { toMinor } from '@/lib/domain/money';

test.each([
  [10_001, 10_000, 1],
  [10_000, 10_000, null],
  [-5, 0, null],
  [5, 0, 5],
  [5, null, null],
])('a balance of %i with a limit of %s is over it by %s', (balance, limit, over) => {
  expect(overLimitMinor(toMinor(balance), limit === null ? null : toMinor(limit))).toBe(over);
});
