import { expect, test } from 'vitest';
import { creditInvoice } from '@/db/commands/credit-invoice';
import { once } from '@/db/commands/once';
import { postInvoice } from '@/db/commands/post-invoice';
import { AS_POSTED } from '@/db/posted';
import { documentById } from '@/db/queries/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

/** 100.00 net and 20.00 of tax. */
const taxed = (w: World) =>
  w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-02-01'),
      dueDate: day('2026-03-01'),
      lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(10_000), taxPercent: '20' }],
      source: 'staff',
    }),
  );
const asked = (invoiceId: string, amount: number) => ({
  invoiceId,
  amountMinor: toMinor(amount),
  on: day('2026-02-10'),
  reason: 'Returned',
  source: 'staff' as const,
});
const credit = (w: World, invoiceId: string, amount: number) =>
  w.write((tx) => creditInvoice(tx, w.admin, asked(invoiceId, amount)));
const openOf = async (w: World, id: string) =>
  (await w.read((tx) => documentById(tx, id, AS_POSTED)))?.openMinor;

test('a credit lowers what is open of its invoice, and the tax in proportion', async () => {
  const w = await createWorld();
  const { documentId } = await taxed(w);
  const posted = await credit(w, documentId, 3_000);
  expect(await openOf(w, documentId)).toBe(9_000);
  const memo = await w.read((tx) => documentById(tx, posted.documentId, AS_POSTED));
  expect(memo).toMatchObject({
    kind: 'credit_memo',
    amountMinor: -3_000,
    taxMinor: -500,
    openMinor: 0,
    reason: 'Returned',
    relatesTo: { documentId },
  });
});

test('what the invoice has no longer open stays on the account', async () => {
  const w = await createWorld();
  const { documentId } = await taxed(w);
  await w.pay(10_000, '2026-02-05');
  expect(await credit(w, documentId, 5_000)).toMatchObject({ unappliedMinor: 3_000 });
  expect(await openOf(w, documentId)).toBe(0);
});

test('more than was invoiced, nothing, and an invoice of another organization are refused', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const { documentId } = await taxed(w);
  expect(await refusalOf(credit(w, documentId, 12_001))).toBe('exceeds_remaining');
  expect(await refusalOf(credit(w, documentId, 0))).toBe('amount_must_be_positive');
  expect(await refusalOf(credit(other, documentId, 1))).toBe('not_found');
  const { documentId: payment } = await w.pay(100, '2026-02-05');
  expect(await refusalOf(credit(w, payment, 1))).toBe('not_found');
});

test('the same request credits once, and two at once never settle more than is open', async () => {
  const w = await createWorld();
  const { documentId } = await taxed(w);
  const request = { requestId: crypto.randomUUID(), verb: 'credit', input: {} };
  const send = () =>
    w.write((tx) => once(tx, request, () => creditInvoice(tx, w.admin, asked(documentId, 2_000))));
  const [first, second] = await Promise.all([send(), send()]);
  expect(first.answer.number).toBe(second.answer.number);
  expect(await openOf(w, documentId)).toBe(10_000);
  const both = await Promise.all([credit(w, documentId, 8_000), credit(w, documentId, 8_000)]);
  expect(both.map((each) => each.unappliedMinor).toSorted((a, b) => a - b)).toEqual([0, 6_000]);
  expect(await openOf(w, documentId)).toBe(0);
});
