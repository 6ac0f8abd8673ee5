import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { toMinor } from '@/lib/domain/money';
import { isPastDue, STATUS_NAMES, statusOf } from '@/lib/domain/status';

const standing = (
  amount: number,
  open: number,
  lastCredit: DocumentKind | null = null,
  isReversed = false,
) => ({
  amountMinor: toMinor(amount),
  openMinor: toMinor(open),
  isReversed,
  lastCredit,
});

test.each([
  ['nothing was paid', standing(100, 100), 'open'],
  ['part was paid', standing(100, 1, 'payment'), 'part_paid'],
  ['a cent was paid', standing(100, 99, 'payment'), 'part_paid'],
  ['all was paid', standing(100, 0, 'payment'), 'paid'],
  ['a credit memo took the last part', standing(100, 0, 'credit_memo'), 'paid'],
  ['a write-off took the last part', standing(100, 0, 'write_off'), 'written_off'],
  ['a write-off took part, and the rest is open', standing(100, 40, 'write_off'), 'part_paid'],
  ['it was reversed', standing(100, 0, 'payment', true), 'void'],
  ['it is over nothing', standing(0, 0), 'paid'],
  ['a payment that nothing has taken', standing(-100, -100), 'open'],
  ['a payment of which part is applied', standing(-100, -30), 'part_paid'],
  ['a payment that is applied', standing(-100, 0), 'paid'],
  ['a payment that bounced', standing(-100, 0, null, true), 'void'],
] as const)('%s: %s', (_what, facts, status) => {
  expect(statusOf(facts)).toBe(status);
  expect(STATUS_NAMES[statusOf(facts)]).not.toBe('');
});

test('an invoice is late from the day after its due day until it is paid; a credit never is', () => {
  const item = (open: number, due: string) => ({ openMinor: toMinor(open), dueOn: toPlainDate(due) });
  const asOf = toPlainDate('2026-03-31');
  expect(isPastDue(item(100, '2026-03-30'), asOf)).toBe(true);
  expect(isPastDue(item(100, '2026-03-31'), asOf)).toBe(false);
  expect(isPastDue(item(100, '2026-04-01'), asOf)).toBe(false);
  expect(isPastDue(item(0, '2026-03-01'), asOf)).toBe(false);
  expect(isPastDue(item(-100, '2026-03-01'), asOf)).toBe(false);
});
