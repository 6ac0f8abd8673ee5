import { expect, test } from 'vitest';
import type { CreditPart } from '@/db/commands/apply-credit-parts';
import { toMinor } from '@/lib/domain/money';
import { createWorld, refusalOf } from '../../world';

const part = (creditId: string, invoiceId: string, amount: number): CreditPart => ({
  creditId,
  invoiceId,
  amountMinor: toMinor(amount),
});

test('credit goes where it is said, in the same step as the payment, and from its day on', async () => {
  const w = await createWorld();
  const credit = await w.pay(3_000, '2026-01-02', { apply: 'none' });
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(5_000, '2026-01-11', { number: 'B' });
  const paid = await w.pay(8_000, '2026-01-20', {
    useCredit: [part(credit.documentId, a.documentId, 2_000), part(credit.documentId, b.documentId, 500)],
  });
  expect(paid).toMatchObject({ unappliedMinor: 0 });
  expect(paid.allocationIds).toHaveLength(3);
  expect(await w.openAt('2026-01-19')).toEqual({ A: 10_000, B: 5_000, 'PMT-00001': -3_000 });
  expect(await w.openAt('2026-01-20')).toEqual({ B: 4_500, 'PMT-00001': -500 });
});

test('a payment in cash and a credit settle one invoice together, and come apart again (worked example)', async () => {
  const w = await createWorld();
  const credit = await w.pay(2_000, '2026-01-02', { apply: 'none' });
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const paid = await w.pay(8_000, '2026-01-20', {
    apply: [{ invoiceId: a.documentId, amountMinor: toMinor(8_000) }],
    useCredit: [part(credit.documentId, a.documentId, 2_000)],
  });
  expect(paid.unappliedMinor).toBe(0);
  expect(await w.openAt('2026-01-20')).toEqual({});
});

test('credit that is not there, or not theirs, is refused, and no payment is booked', async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Other');
  const credit = await w.pay(3_000, '2026-01-02', { apply: 'none' });
  const euros = await w.pay(3_000, '2026-01-02', { apply: 'none', currency: 'EUR' });
  const theirs = await w.pay(3_000, '2026-01-02', { apply: 'none', customerId: other });
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const refused = (...useCredit: CreditPart[]) => refusalOf(w.pay(100, '2026-01-20', { useCredit }));
  const before = await w.openAt('2026-01-20');
  const { documentId } = credit;
  expect(await refused(part(documentId, a.documentId, 3_001))).toBe('exceeds_remaining');
  expect(await refused(part(documentId, a.documentId, 1), part(documentId, a.documentId, 1))).toBe(
    'duplicate_allocation',
  );
  expect(await refused(part(documentId, a.documentId, -1))).toBe('amount_must_be_positive');
  expect(await refused(part(euros.documentId, a.documentId, 1))).toBe('currency_mismatch');
  expect(await refused(part(theirs.documentId, a.documentId, 1))).toBe('customer_mismatch');
  expect(await refused(part(a.documentId, a.documentId, 1))).toBe('not_found');
  expect(await refused(part(documentId, theirs.documentId, 1))).toBe('not_found');
  expect(await w.openAt('2026-01-20')).toEqual(before);
});

test('an account in several currencies is paid in each by itself', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { number: 'USD' });
  await w.invoice(7_000, '2026-01-10', { number: 'EUR', currency: 'EUR' });
  await w.invoice(900, '2026-01-10', { number: 'JPY', currency: 'JPY' });
  await w.pay(8_000, '2026-01-20', { currency: 'EUR' });
  await w.pay(900, '2026-01-20', { currency: 'JPY' });
  await w.pay(4_000, '2026-01-20');
  expect(await w.openAt('2026-01-20')).toEqual({ USD: 6_000, 'PMT-00001': -1_000 });
});

test('many payments with one credit at once never use more of it than there is', async () => {
  const w = await createWorld();
  const credit = await w.pay(2_000, '2026-01-02', { apply: 'none' });
  const a = await w.invoice(100_000, '2026-01-10', { number: 'A' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () =>
      w.pay(100, '2026-01-20', { useCredit: [part(credit.documentId, a.documentId, 1_000)] }),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(2);
  expect(await w.openAt('2026-01-20')).toEqual({ A: 97_800 });
});
