import { expect, test } from 'vitest';
import { documentHistory, type Told } from '@/lib/document-history';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { settlementOf } from '@/lib/domain/settlement';

const day = toPlainDate;
const AT = new Date('2026-02-10T15:00:00Z');
const deed = (verb: string, to: string | null = null) => ({
  verb,
  actorName: 'Ada',
  at: AT,
  on: day('2026-02-10'),
  to,
});
const applied = (id: string, amount: number, more: Partial<Told['allocations'][number]> = {}) => ({
  allocationId: id,
  amountMinor: toMinor(amount),
  effectiveOn: day('2026-02-10'),
  recordedAt: AT,
  undoneOn: null,
  undoneAt: null,
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
  recordedAt: AT,
  source: 'staff',
  allocations: [
    applied('a', 4_000, { undoneOn: day('2026-02-12') }),
    applied('b', 1_000, { other: { kind: 'credit_memo', number: 'CM-1' } }),
  ],
  reversedBy: null,
};

test('the history of an invoice is told from the latest to the first, with what was taken back', () => {
  expect(
    documentHistory(INVOICE, [deed('invoice_posted')], []).map(({ title, detail }) => [title, detail]),
  ).toEqual([
    ['$40.00 taken back', 'From payment PMT-1'],
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
    reversedBy: { number: 'REV-1', documentDate: day('2026-02-20'), recordedAt: AT, reason: 'No funds' },
  };
  const deeds = [deed('payment_reversed')];
  expect(documentHistory(payment, deeds, []).map(({ title, detail }) => [title, detail])).toEqual([
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

test('a mail of an invoice stands in its history with where it went, and who posted it stays who posted it', () => {
  const deeds = [deed('invoice_posted'), { ...deed('invoice_sent', 'dana@acme.example'), actorName: 'Bo' }];
  const entries = documentHistory({ ...INVOICE, allocations: [] }, deeds, []);
  expect(entries.map(({ title, detail, at }) => [title, detail, at])).toEqual([
    ['Sent by e-mail', 'To dana@acme.example, by Bo', AT],
    ['Invoice INV-1 posted', 'By Ada', AT],
  ]);
});
