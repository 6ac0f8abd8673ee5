import { expect, test } from 'vitest';
import { postDiscount } from '@/db/commands/post-discount';
import { postOpeningBalance } from '@/db/commands/post-opening-balance';
import { refundCredit } from '@/db/commands/refund-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { type ReversePayment, reversePayment } from '@/db/commands/reverse-payment';
import { writeOff } from '@/db/commands/write-off';
import { AS_POSTED } from '@/db/posted';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { documentById } from '@/db/queries/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

function bounce(w: World, documentId: string, more: Partial<ReversePayment> = {}) {
  return w.write((tx) =>
    reversePayment(tx, w.admin, { documentId, reason: 'No funds', source: 'staff', ...more }),
  );
}

function voidInvoice(w: World, documentId: string, on?: string) {
  return w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId,
      kind: 'invoice',
      reason: 'Never delivered',
      source: 'staff',
      ...(on ? { on: day(on) } : {}),
    }),
  );
}

test('a void invoice takes its discount and its write-off with it, and its payment is credit again', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  await w.pay(6_000, '2026-01-20');
  await w.write((tx) =>
    postDiscount(tx, w.admin, {
      invoiceId: a.documentId,
      amountMinor: toMinor(500),
      on: day('2026-01-20'),
      source: 'staff',
    }),
  );
  await w.write((tx) =>
    writeOff(tx, w.admin, { id: a.documentId, on: day('2026-03-01'), reason: 'Gone', source: 'staff' }),
  );
  await voidInvoice(w, a.documentId, '2026-04-01');
  expect(await w.openAt('2026-03-31')).toEqual({});
  expect(await w.openAt('2026-04-01')).toEqual({ 'PMT-00001': -6_000 });
  expect(await refusalOf(voidInvoice(w, a.documentId))).toBe('already_reversed');
  const page = { timeZone: 'America/New_York', after: null };
  const { entries } = await w.read((tx) => customerTimeline(tx, w.customerId, page));
  const reversals = entries.filter((entry) => entry.type === 'document' && entry.reverses !== null);
  expect(reversals).toHaveLength(3);
  expect(new Set(entries.map((entry) => entry.actorName))).toEqual(new Set(['Ada Admin']));
});

test('a bounced payment can cost a fee, which says which payment it is about', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const paid = await w.pay(10_000, '2026-01-20');
  const { feeId } = await bounce(w, paid.documentId, { on: day('2026-01-25'), feeMinor: toMinor(2_500) });
  expect(await w.openAt('2026-01-24')).toEqual({});
  expect(await w.openAt('2026-01-25')).toEqual({ A: 10_000, 'FEE-00001': 2_500 });
  expect(await w.read((tx) => documentById(tx, feeId ?? '', AS_POSTED))).toMatchObject({
    kind: 'late_fee',
    documentDate: '2026-01-25',
    relatesTo: { number: 'PMT-00001' },
  });
  const other = await w.pay(100, '2026-01-26');
  expect(await refusalOf(bounce(w, other.documentId, { feeMinor: toMinor(0) }))).toBe(
    'amount_must_be_positive',
  );
});

test('refunds of a payment that was a mistake go with it when asked, and stay otherwise', async () => {
  const w = await createWorld();
  const refunded = async () => {
    const paid = await w.pay(1_000, '2026-01-02', { apply: 'none' });
    await w.write((tx) =>
      refundCredit(tx, w.admin, {
        from: { creditId: paid.documentId },
        amountMinor: toMinor(400),
        refundedOn: day('2026-01-05'),
        source: 'staff',
      }),
    );
    return paid.documentId;
  };
  await bounce(w, await refunded(), { withRefunds: true });
  expect(await w.openAt('2026-01-05')).toEqual({});
  await bounce(w, await refunded());
  expect(await w.openAt('2026-01-05')).toEqual({ 'RFD-00002': 400 });
});

test('a long chain of payments, refunds and cancellations leaves what a bookkeeper expects (worked example)', async () => {
  const w = await createWorld();
  const a = await w.invoice(32_500, '2024-06-15', { number: 'A' });
  const on = '2024-06-15';
  const pay = async (amount: number) => {
    const apply = [{ invoiceId: a.documentId, amountMinor: toMinor(amount) }];
    return (await w.pay(amount, on, { apply })).documentId;
  };
  const refund = (creditId: string, amount: number) =>
    w.write((tx) =>
      refundCredit(tx, w.admin, {
        from: { creditId, invoices: [{ invoiceId: a.documentId, amountMinor: toMinor(amount) }] },
        amountMinor: toMinor(amount),
        refundedOn: day(on),
        source: 'api',
      }),
    );
  await pay(16_300);
  expect(await w.openAt(on)).toEqual({ A: 16_200 });
  const second = await pay(16_200);
  await refund(second, 6_300);
  expect(await w.openAt(on)).toEqual({ A: 6_300 });
  await bounce(w, second, { withRefunds: true });
  expect(await w.openAt(on)).toEqual({ A: 16_200 });
  const third = await pay(16_200);
  await refund(third, 6_300);
  const fourth = await pay(6_300);
  expect(await w.openAt(on)).toEqual({});
  await bounce(w, fourth, { withRefunds: true });
  expect(await w.openAt(on)).toEqual({ A: 6_300 });
});

test('an invoice of nothing is posted, paid at once, and can be voided; one below zero is refused', async () => {
  const w = await createWorld();
  const free = await w.invoice(0, '2026-01-10', { number: 'FREE' });
  const found = () => w.read((tx) => documentById(tx, free.documentId, AS_POSTED));
  expect(await found()).toMatchObject({ status: 'paid', amountMinor: 0, openMinor: 0 });
  await voidInvoice(w, free.documentId);
  expect(await found()).toMatchObject({ status: 'void' });
  expect(await refusalOf(w.invoice(-1, '2026-01-10'))).toBe('negative_amount');
});

test('an opening balance is owed, or is credit, and can be voided', async () => {
  const w = await createWorld();
  const open = (amount: number, more: object = {}) =>
    w.write((tx) =>
      postOpeningBalance(tx, w.admin, {
        customerId: w.customerId,
        on: day('2026-01-01'),
        amountMinor: toMinor(amount),
        source: 'staff',
        ...more,
      }),
    );
  const owed = await open(9_000, { dueOn: day('2025-11-30') });
  await open(-500);
  expect(await w.openAt('2026-01-01')).toEqual({ 'OB-00001': 9_000, 'OC-00001': -500 });
  expect((await w.pay(9_000, '2026-01-05')).unappliedMinor).toBe(0);
  expect(await refusalOf(open(0))).toBe('amount_must_be_positive');
  expect(await refusalOf(open(5, { customerId: '0197a1b2-0000-7000-8000-000000000000' }))).toBe('not_found');
  expect(await refusalOf(open(5, { number: 'OB-00001' }))).toBe('duplicate_number');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: owed.documentId,
      kind: 'opening_debit',
      on: day('2026-01-06'),
      reason: 'Was paid before',
      source: 'staff',
    }),
  );
  expect(await w.openAt('2026-01-06')).toEqual({ 'OC-00001': -500, 'PMT-00001': -9_000 });
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  expect(await refusalOf(open(5))).toBe('period_locked');
});
