import { expect, test } from 'vitest';
import { documentHistory, type Told } from '@/lib/document-history';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { settlementOf } from '@/lib/domain/settlement';

const day = toPlainDate;
const applied = (id: string, amount: number, more: Partial<Told['allocations'][number]> = {}) => ({
  allocationId: id,
  amountMinor: toMinor(amount),
  effectiveOn: day('2026-02-10'),
  undoneOn: null,
  isReversal: false,
  other: { kind: 'payment', number: 'PMT-1' } as const,
  ...more,
});
const INVOICE: Told = {
  kind: 'invoice',
  number: 'INV-1',
  documentDate: day('2026-02-01'),
  currency: 'USD',
  amountMinor: toMinor(10_000),
  source: 'staff',
  allocations: [
    applied('a', 4_000, { undoneOn: day('2026-02-12') }),
    applied('b', 1_000, { other: { kind: 'credit_memo', number: 'CM-1' } }),
  ],
  reversedBy: null,
};

test('the history of an invoice is told from the latest to the first, with what was taken back', () => {
  expect(
    documentHistory(INVOICE, [{ verb: 'invoice_posted', actorName: 'Ada' }]).map(({ title, detail }) => [
      title,
      detail,
    ]),
  ).toEqual([
    ['$40.00 taken back', 'By payment PMT-1'],
    ['$10.00 settled', 'By credit memo CM-1'],
    ['$40.00 settled', 'By payment PMT-1'],
    ['Invoice INV-1 posted', 'By Ada'],
  ]);
});

test('a bounced payment says why, and whether it was imported', () => {
  const payment: Told = {
    ...INVOICE,
    kind: 'payment',
    number: 'PMT-1',
    source: 'import',
    amountMinor: toMinor(-5_000),
    allocations: [applied('r', 5_000, { isReversal: true })],
    reversedBy: { number: 'REV-1', documentDate: day('2026-02-20'), reason: 'No funds' },
  };
  const deeds = [{ verb: 'payment_reversed', actorName: 'Ada' }];
  expect(documentHistory(payment, deeds).map(({ title, detail }) => [title, detail])).toEqual([
    ['Reversed by REV-1', 'No funds, by Ada'],
    ['Received $50.00', 'From an import'],
  ]);
});

test('what settled a document counts what still stands, payments apart from other credits', () => {
  expect(settlementOf(INVOICE.allocations)).toEqual({ paidMinor: 0, creditedMinor: 1_000 });
  expect(settlementOf([applied('a', 4_000), applied('r', 6_000, { isReversal: true })])).toEqual({
    paidMinor: 4_000,
    creditedMinor: 0,
  });
});
