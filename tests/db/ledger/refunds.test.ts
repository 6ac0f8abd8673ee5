import { expect, test } from 'vitest';
import { once } from '@/db/commands/once';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { type RefundCredit, refundCredit } from '@/db/commands/refund-credit';
import { refundInvoice } from '@/db/commands/refund-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { AS_POSTED } from '@/db/posted';
import { documentById } from '@/db/queries/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

function refund(w: World, from: RefundCredit['from'], amount: number, on: string) {
  return w.write((tx) =>
    refundCredit(tx, w.admin, {
      from,
      amountMinor: toMinor(amount),
      refundedOn: day(on),
      source: 'staff',
    }),
  );
}

const part = (invoiceId: string, amount: number) => ({ invoiceId, amountMinor: toMinor(amount) });

test('money that no invoice took is given back, and its document says of what', async () => {
  const w = await createWorld();
  const paid = await w.pay(100_000, '2026-01-02', { apply: 'none' });
  const [given] = await refund(w, { creditId: paid.documentId }, 50_000, '2026-01-05');
  expect(given).toMatchObject({ number: 'RFD-00001', amountMinor: 50_000 });
  expect(await w.openAt('2026-01-04')).toEqual({ 'PMT-00001': -100_000 });
  expect(await w.openAt('2026-01-05')).toEqual({ 'PMT-00001': -50_000 });
  const found = await w.read((tx) => documentById(tx, given?.documentId ?? '', AS_POSTED));
  expect(found).toMatchObject({ status: 'paid', relatesTo: { number: 'PMT-00001' }, amountMinor: 50_000 });
});

test('of an invoice that is named the money is taken back first, and the invoice is open again (worked example)', async () => {
  const w = await createWorld();
  const paid = await w.pay(50_000, '2024-06-15', { apply: 'none' });
  const a = await w.invoice(30_000, '2024-06-15', { number: 'A' });
  await w.pay(10_000, '2024-06-15', { apply: 'none' });
  const other = await w.pay(30_000, '2024-06-15', { apply: [part(a.documentId, 30_000)] });
  await refund(
    w,
    { creditId: other.documentId, invoices: [part(a.documentId, 10_000)] },
    10_000,
    '2024-06-20',
  );
  expect(await w.openAt('2024-06-19', { currency: 'USD' })).toMatchObject({ 'PMT-00001': -50_000 });
  expect((await w.openAt('2024-06-19')).A).toBeUndefined();
  expect(await w.openAt('2024-06-20')).toEqual({ A: 10_000, 'PMT-00001': -50_000, 'PMT-00002': -10_000 });
  expect(paid.unappliedMinor).toBe(50_000);
});

test('without a credit named, what is on the account goes back oldest first, a refund for each credit', async () => {
  const w = await createWorld();
  await w.pay(100, '2026-01-02', { apply: 'none' });
  await w.pay(100, '2026-01-03', { apply: 'none' });
  await w.pay(100, '2026-02-01', { apply: 'none' });
  const refunds = await refund(w, { customerId: w.customerId }, 150, '2026-01-10');
  expect(refunds.map((each) => each.amountMinor)).toEqual([100, 50]);
  expect(await w.openAt('2026-02-01')).toEqual({ 'PMT-00002': -50, 'PMT-00003': -100 });
  expect(await refusalOf(refund(w, { customerId: w.customerId }, 51, '2026-01-10'))).toBe(
    'refund_exceeds_payment',
  );
});

test('what cannot be refunded is refused by name, and nothing is booked', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const a = await w.invoice(1_000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(1_000, '2026-01-10', { number: 'B' });
  const paid = await w.pay(5_000, '2026-01-15', { apply: [part(a.documentId, 1_000)] });
  const spent = await w.pay(1_000, '2026-01-15', { apply: [part(b.documentId, 1_000)] });
  const before = await w.openAt('2026-02-01');
  const of = (invoices: ReturnType<typeof part>[]) => ({ creditId: paid.documentId, invoices });
  const on = '2026-01-20';
  expect(await refusalOf(refund(w, of([]), 5_001, on))).toBe('refund_exceeds_payment');
  expect(await refusalOf(refund(w, of([]), 4_001, on))).toBe('refund_exceeds_payment');
  expect(await refusalOf(refund(w, of([part(a.documentId, 10_000)]), 5_000, on))).toBe(
    'refund_exceeds_payment',
  );
  expect(await refusalOf(refund(w, of([part(a.documentId, 1_001)]), 5_000, on))).toBe(
    'refund_exceeds_payment',
  );
  expect(await refusalOf(refund(w, of([part(b.documentId, 10)]), 5_000, on))).toBe('invoice_not_on_payment');
  expect(await refusalOf(refund(w, of([part(a.documentId, 1), part(a.documentId, 1)]), 50, on))).toBe(
    'duplicate_allocation',
  );
  expect(await refusalOf(refund(w, of([part(a.documentId, -1)]), 50, on))).toBe('amount_must_be_positive');
  expect(await refusalOf(refund(w, of([]), 0, on))).toBe('amount_must_be_positive');
  expect(await refusalOf(refund(w, { creditId: spent.documentId }, 10, on))).toBe('nothing_to_refund');
  expect(await refusalOf(refund(w, of([]), 10, '2026-01-14'))).toBe('effective_too_early');
  expect(await refusalOf(refund(w, { creditId: a.documentId }, 10, on))).toBe('not_found');
  expect(await refusalOf(refund(stranger, { creditId: paid.documentId }, 10, on))).toBe('not_found');
  expect(await refusalOf(refund(stranger, { customerId: stranger.customerId }, 10, on))).toBe(
    'nothing_to_refund',
  );
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  expect(await refusalOf(refund(w, of([]), 10, on))).toBe('period_locked');
  expect(await w.openAt('2026-02-01')).toEqual(before);
});

test('a refund of all that was named and all that was left leaves the payment with nothing', async () => {
  const w = await createWorld();
  const a = await w.invoice(1_000, '2026-01-10', { number: 'A' });
  const paid = await w.pay(5_000, '2026-01-15');
  await refund(w, { creditId: paid.documentId, invoices: [part(a.documentId, 1_000)] }, 5_000, '2026-01-20');
  expect(await w.openAt('2026-01-20')).toEqual({ A: 1_000 });
  expect(await refusalOf(refund(w, { creditId: paid.documentId }, 1, '2026-01-20'))).toBe(
    'nothing_to_refund',
  );
});

test('twelve refunds of one credit at once give back exactly what there is', async () => {
  const w = await createWorld();
  const paid = await w.pay(1_000, '2026-01-02', { apply: 'none' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => refund(w, { creditId: paid.documentId }, 400, '2026-01-05')),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(2);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ name: 'Refusal', code: 'refund_exceeds_payment' });
  expect(await w.openAt('2026-01-05')).toEqual({ 'PMT-00001': -200 });
});

test('the same request asked twice gives back once', async () => {
  const w = await createWorld();
  const paid = await w.pay(1_000, '2026-01-02', { apply: 'none' });
  const input: RefundCredit = {
    from: { creditId: paid.documentId },
    amountMinor: toMinor(400),
    refundedOn: day('2026-01-05'),
    source: 'api',
  };
  const ask = () =>
    w.write((tx) =>
      once(tx, { requestId: 'r-1', verb: 'refund', input }, () => refundCredit(tx, w.admin, input)),
    );
  const [first, second] = [await ask(), await ask()];
  expect(second.answer).toEqual(first.answer);
  expect(await w.openAt('2026-01-05')).toEqual({ 'PMT-00001': -600 });
});

test('a refund that did not happen is voided, and the money is on the account again', async () => {
  const w = await createWorld();
  const paid = await w.pay(1_000, '2026-01-02', { apply: 'none' });
  const [given] = await refund(w, { creditId: paid.documentId }, 400, '2026-01-05');
  const voiding = () =>
    w.write((tx) =>
      reverseDocument(tx, w.admin, {
        documentId: given?.documentId ?? '',
        kind: 'refund',
        reason: 'Check was never cashed',
        source: 'staff',
      }),
    );
  await voiding();
  expect(await w.openAt('2026-01-05')).toEqual({ 'PMT-00001': -1_000 });
  expect(await refusalOf(voiding())).toBe('already_reversed');
});

test('a payment that bounces after its refund leaves the refund to be owed', async () => {
  const w = await createWorld();
  const paid = await w.pay(1_000, '2026-01-02', { apply: 'none' });
  await refund(w, { creditId: paid.documentId }, 400, '2026-01-05');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: paid.documentId,
      kind: 'payment',
      on: day('2026-01-08'),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  expect(await w.openAt('2026-01-07')).toEqual({ 'PMT-00001': -600 });
  expect(await w.openAt('2026-01-08')).toEqual({ 'RFD-00001': 400 });
});

test('of an invoice, credit about it goes back first, then what was paid of it, the last payment first', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const give = (amount: number) =>
    w.write((tx) =>
      refundInvoice(tx, w.admin, {
        invoiceId: a.documentId,
        amountMinor: toMinor(amount),
        refundedOn: day('2026-02-01'),
        source: 'staff',
      }),
    );
  expect(await refusalOf(give(1))).toBe('nothing_to_refund');
  await w.pay(6_000, '2026-01-12');
  await w.pay(4_000, '2026-01-15');
  await w.write((tx) =>
    postCreditMemo(tx, w.admin, {
      customerId: w.customerId,
      creditDate: day('2026-01-20'),
      lines: [],
      total: { totalMinor: toMinor(1_000), taxMinor: toMinor(0) },
      applyTo: a.documentId,
      source: 'staff',
    }),
  );
  const refunds = await give(5_500);
  expect(refunds.map((each) => each.amountMinor)).toEqual([1_000, 4_000, 500]);
  expect(await w.openAt('2026-01-31')).toEqual({ 'CM-00001': -1_000 });
  expect(await w.openAt('2026-02-01')).toEqual({ A: 4_500 });
  expect(await refusalOf(give(5_501))).toBe('refund_exceeds_payment');
  expect(await refusalOf(give(0))).toBe('amount_must_be_positive');
});
