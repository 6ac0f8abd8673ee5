import { expect, test } from 'vitest';
import { applyCredit } from '@/db/commands/apply-credit';
import { type PostCreditMemo, postCreditMemo } from '@/db/commands/post-credit-memo';
import { postInvoice } from '@/db/commands/post-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { AS_POSTED } from '@/db/posted';
import { documentById } from '@/db/queries/documents';
import { itemsOf } from '@/db/queries/items-of';
import { toMinor, ZERO } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

function credit(w: World, amount: number, on: string, more: Partial<PostCreditMemo> = {}) {
  return w.write((tx) =>
    postCreditMemo(tx, w.admin, {
      customerId: w.customerId,
      creditDate: day(on),
      source: 'staff',
      ...(more.lines ? {} : { total: { totalMinor: toMinor(amount), taxMinor: ZERO } }),
      lines: [],
      ...more,
    }),
  );
}

test('a credit memo settles its invoice as far as that is open, and the rest stays on the account', async () => {
  const w = await createWorld();
  const a = await w.invoice(500, '2026-01-10', { number: 'A' });
  const memo = await credit(w, 700, '2026-01-12', { applyTo: a.documentId, reason: 'Damaged' });
  expect(memo).toMatchObject({ number: 'CM-00001', unappliedMinor: 200 });
  expect(await w.openAt('2026-01-11')).toEqual({ A: 500 });
  expect(await w.openAt('2026-01-12')).toEqual({ 'CM-00001': -200 });
  const found = await w.read((tx) => documentById(tx, memo.documentId, AS_POSTED));
  expect(found).toMatchObject({ relatesTo: { number: 'A' }, status: 'part_paid', reason: 'Damaged' });
});

test('it goes to the oldest instalment first, after what was paid (worked example)', async () => {
  const w = await createWorld();
  const parts = [6_000, 10_000, 4_000].map((amount, i) => ({
    dueOn: day(`2026-0${i + 7}-15`),
    amountMinor: toMinor(amount),
  }));
  const { documentId } = await w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-06-15'),
      lines: [],
      total: { totalMinor: toMinor(20_000), taxMinor: ZERO },
      instalments: parts,
      source: 'api',
    }),
  );
  await w.pay(4_000, '2026-06-15');
  await credit(w, 10_000, '2026-06-15', { applyTo: documentId });
  const items = await w.read((tx) => itemsOf(tx, documentId));
  expect(items.map((item) => item.openMinor)).toEqual([0, 2_000, 4_000]);
});

test('standing alone or linked it settles nothing until it is applied, in parts', async () => {
  const w = await createWorld();
  const a = await w.invoice(500, '2026-01-10', { number: 'A' });
  const memo = await credit(w, 300, '2026-01-12', { invoiceId: a.documentId, number: 'CN-7' });
  expect(await w.openAt('2026-01-12')).toEqual({ A: 500, 'CN-7': -300 });
  const [[debit], [source]] = await w.read(async (tx) => [
    await itemsOf(tx, a.documentId),
    await itemsOf(tx, memo.documentId),
  ]);
  const apply = (amount: number) =>
    w.write((tx) =>
      applyCredit(tx, w.admin, [
        { debitItemId: debit!.itemId, creditItemId: source!.itemId, amountMinor: toMinor(amount) },
      ]),
    );
  await apply(100);
  expect(await w.openAt('2026-01-12')).toEqual({ A: 400, 'CN-7': -200 });
  expect(await refusalOf(apply(201))).toBe('exceeds_remaining');
});

test('lines are priced like those of an invoice', async () => {
  const w = await createWorld();
  const memo = await credit(w, 0, '2026-01-12', {
    lines: [{ description: 'Returned', quantity: '2', unitPriceMinor: toMinor(1_000), taxPercent: '10' }],
  });
  const found = await w.read((tx) => documentById(tx, memo.documentId, AS_POSTED));
  expect(found).toMatchObject({ amountMinor: -2_200, taxMinor: -200 });
});

test('voiding it opens again what it settled, once; the day before stays', async () => {
  const w = await createWorld();
  const a = await w.invoice(500, '2026-01-10', { number: 'A' });
  const memo = await credit(w, 500, '2026-01-12', { applyTo: a.documentId });
  const voiding = () =>
    w.write((tx) =>
      reverseDocument(tx, w.admin, {
        documentId: memo.documentId,
        kind: 'credit_memo',
        on: day('2026-02-01'),
        reason: 'Wrong customer',
        source: 'staff',
      }),
    );
  await voiding();
  expect(await w.openAt('2026-01-31')).toEqual({});
  expect(await w.openAt('2026-02-01')).toEqual({ A: 500 });
  expect(await refusalOf(voiding())).toBe('already_reversed');
});

test('what it cannot credit is refused, and nothing is booked', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const other = await w.addCustomer('Other');
  const a = await w.invoice(500, '2026-01-10', { number: 'A' });
  const euros = await w.invoice(500, '2026-01-10', { number: 'E', currency: 'EUR' });
  const theirs = await w.invoice(500, '2026-01-10', { number: 'O', customerId: other });
  const foreign = await stranger.invoice(500, '2026-01-10');
  const paid = await w.pay(100, '2026-01-11', { apply: 'none' });
  const on = '2026-01-12';
  expect(await refusalOf(credit(w, 0, on))).toBe('amount_must_be_positive');
  expect(await refusalOf(credit(w, -5, on))).toBe('amount_must_be_positive');
  expect(await refusalOf(credit(w, 5, on, { applyTo: euros.documentId }))).toBe('currency_mismatch');
  expect(await refusalOf(credit(w, 5, on, { applyTo: theirs.documentId }))).toBe('customer_mismatch');
  expect(await refusalOf(credit(w, 5, on, { invoiceId: foreign.documentId }))).toBe('not_found');
  expect(await refusalOf(credit(w, 5, on, { applyTo: paid.documentId }))).toBe('not_found');
  expect(await refusalOf(credit(w, 5, on, { customerId: stranger.customerId }))).toBe('not_found');
  const gone = await w.invoice(500, '2026-01-10', { number: 'V' });
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: gone.documentId,
      kind: 'invoice',
      reason: 'Twice',
      source: 'staff',
    }),
  );
  expect(await refusalOf(credit(w, 5, on, { applyTo: gone.documentId }))).toBe('already_reversed');
  expect(await refusalOf(credit(w, 5, on, { invoiceId: gone.documentId }))).toBe('already_reversed');
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  expect(await refusalOf(credit(w, 5, on, { applyTo: a.documentId }))).toBe('period_locked');
  expect(await w.openAt(on, { currency: 'USD' })).toEqual({ A: 500, O: 500, 'PMT-00001': -100 });
});

test('twelve credit memos for one invoice at once settle it once, and the rest is credit', async () => {
  const w = await createWorld();
  const a = await w.invoice(1_000, '2026-01-10', { number: 'A' });
  const memos = await Promise.all(
    Array.from({ length: 12 }, () => credit(w, 100, '2026-01-12', { applyTo: a.documentId })),
  );
  expect(memos.filter((memo) => memo.unappliedMinor === 0)).toHaveLength(10);
  expect(Object.values(await w.openAt('2026-01-12'))).toEqual([-100, -100]);
});
