import { expect, test } from 'vitest';
import { createCustomer } from '@/db/commands/create-customer';
import { type PostTransfer, postTransfer } from '@/db/commands/post-transfer';
import { reverseDocument } from '@/db/commands/reverse-document';
import { reversePayment } from '@/db/commands/reverse-payment';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { AS_POSTED } from '@/db/posted';
import { documentById } from '@/db/queries/documents';
import { tieOut } from '@/db/queries/tie-out';
import { transferById } from '@/db/queries/transfers';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

/** A parent that has paid 100.00, and a child that owes 80.00 since 10 January. */
async function family() {
  const w = await createWorld();
  const add = async (name: string, parentId: string) =>
    (await w.write((tx) => createCustomer(tx, w.admin, { name, code: null, parentId }))).customerId;
  const child = await add('Child', w.customerId);
  const sibling = await add('Sibling', w.customerId);
  const invoice = await w.invoice(8_000, '2026-01-10', { number: 'C', customerId: child });
  const paid = await w.pay(10_000, '2026-01-05', { apply: 'none' });
  return { w, child, sibling, invoiceId: invoice.documentId, creditId: paid.documentId };
}

function transfer(w: World, input: Pick<PostTransfer, 'creditId' | 'invoiceId'>, amount: number, on: string) {
  return w.write((tx) =>
    postTransfer(tx, w.admin, { ...input, amountMinor: toMinor(amount), on: day(on), source: 'staff' }),
  );
}

test('a parent pays for its child, and each account still ties', async () => {
  const { w, child, invoiceId, creditId } = await family();
  const { transferId } = await transfer(w, { creditId, invoiceId }, 8_000, '2026-01-20');
  expect(await w.openAt('2026-01-19')).toEqual({ C: 8_000, 'PMT-00001': -10_000 });
  expect(await w.openAt('2026-01-20')).toEqual({ 'PMT-00001': -2_000 });
  const ties = await w.read(async (tx) => [
    await tieOut(tx, AS_POSTED, 'USD', { customerId: w.customerId }),
    await tieOut(tx, AS_POSTED, 'USD', { customerId: child }),
  ]);
  expect(ties.map((tie) => [tie.documentsMinor, tie.differenceMinor])).toEqual([
    [-2_000, 0],
    [0, 0],
  ]);
  const found = await w.read((tx) => transferById(tx, transferId, day('2026-01-31')));
  expect(found).toMatchObject({
    amountMinor: 8_000,
    payer: { customerId: w.customerId, number: 'TRI-00001', aboutId: creditId },
    paidFor: { customerId: child, number: 'TRO-00001', aboutId: invoiceId },
  });
  expect(await w.read((tx) => documentById(tx, invoiceId, AS_POSTED))).toMatchObject({ status: 'paid' });
});

test('reversing either side reverses both, and neither is undone by halves', async () => {
  for (const side of ['payer', 'paidFor'] as const) {
    const { w, invoiceId, creditId } = await family();
    const { transferId } = await transfer(w, { creditId, invoiceId }, 5_000, '2026-01-20');
    const found = await w.read((tx) => transferById(tx, transferId, day('2026-01-31')));
    const paid = await w.read((tx) => documentById(tx, creditId, AS_POSTED));
    const allocationId = paid?.allocations[0]?.allocationId ?? '';
    expect(await refusalOf(w.write((tx) => undoAllocation(tx, w.admin, { allocationId })))).toBe(
      'cannot_reverse',
    );
    const reverse = () =>
      w.write((tx) =>
        reverseDocument(tx, w.admin, {
          documentId: found?.[side].documentId ?? '',
          kind: side === 'payer' ? 'transfer_in' : 'transfer_out',
          on: day('2026-01-25'),
          reason: 'Wrong child',
          source: 'staff',
        }),
      );
    await reverse();
    expect(await w.openAt('2026-01-24')).toEqual({ C: 3_000, 'PMT-00001': -5_000 });
    expect(await w.openAt('2026-01-25')).toEqual({ C: 8_000, 'PMT-00001': -10_000 });
    expect(await refusalOf(reverse())).toBe('already_reversed');
    expect(await w.read((tx) => transferById(tx, transferId, day('2026-01-31')))).toMatchObject({
      isReversed: true,
    });
  }
});

test('when the payment bounces, the invoice that it paid for the child is open again', async () => {
  const { w, invoiceId, creditId } = await family();
  await transfer(w, { creditId, invoiceId }, 8_000, '2026-01-20');
  await w.write((tx) =>
    reversePayment(tx, w.admin, {
      documentId: creditId,
      on: day('2026-02-01'),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  expect(await w.openAt('2026-01-31')).toEqual({ 'PMT-00001': -2_000 });
  expect(await w.openAt('2026-02-01')).toEqual({ C: 8_000 });
});

test('what cannot be transferred is refused, and nothing is booked', async () => {
  const { w, child, sibling, invoiceId, creditId } = await family();
  const stranger = await createWorld();
  const other = await w.addCustomer('Other');
  const elsewhere = await w.invoice(100, '2026-01-10', { customerId: other });
  const own = await w.invoice(100, '2026-01-10');
  const euros = await w.invoice(100, '2026-01-10', { customerId: sibling, currency: 'EUR' });
  const refused = (more: Partial<PostTransfer>, amount = 100, on = '2026-01-20') =>
    refusalOf(transfer(w, { creditId, invoiceId, ...more }, amount, on));
  const before = await w.openAt('2026-01-31');
  expect(await refused({ invoiceId: elsewhere.documentId })).toBe('customer_mismatch');
  expect(await refused({ invoiceId: own.documentId })).toBe('customer_mismatch');
  expect(await refused({ invoiceId: euros.documentId })).toBe('currency_mismatch');
  expect(await refused({ creditId: invoiceId })).toBe('not_found');
  expect(await refused({}, 8_001)).toBe('over_allocation');
  expect(await refused({}, 10_001)).toBe('exceeds_remaining');
  expect(await refused({}, 0)).toBe('amount_must_be_positive');
  expect(await refused({}, 100, '2026-01-04')).toBe('effective_too_early');
  expect(await refusalOf(transfer(stranger, { creditId, invoiceId }, 100, '2026-01-20'))).toBe('not_found');
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  expect(await refused({})).toBe('period_locked');
  expect(await w.openAt('2026-01-31')).toEqual(before);
  expect(child).not.toBe(sibling);
});

test('siblings pay for each other, and many at once never use more than there is', async () => {
  const { w, child, sibling, invoiceId } = await family();
  const paid = await w.pay(3_000, '2026-01-12', { apply: 'none', customerId: sibling });
  const back = await w.invoice(9_000, '2026-01-10', { number: 'S', customerId: sibling });
  const childPaid = await w.pay(3_000, '2026-01-12', { apply: 'none', customerId: child });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, (_, i) =>
      i % 2
        ? transfer(w, { creditId: paid.documentId, invoiceId }, 1_000, '2026-01-20')
        : transfer(w, { creditId: childPaid.documentId, invoiceId: back.documentId }, 1_000, '2026-01-20'),
    ),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(6);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'exceeds_remaining' });
  expect(await w.openAt('2026-01-20')).toEqual({ C: 5_000, S: 6_000, 'PMT-00001': -10_000 });
});
