import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { applyAccountCredit } from '@/db/commands/apply-account-credit';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { recordExchangeRates } from '@/db/commands/record-exchange-rates';
import { restoreInvoice } from '@/db/commands/restore-invoice';
import { reverseDocument } from '@/db/commands/reverse-document';
import { updateOrganization } from '@/db/commands/update-organization';
import { accountFigures } from '@/db/queries/account-figures';
import { billedInBase } from '@/db/queries/billed-in-base';
import { invoiceStanding } from '@/db/queries/invoice-standing';
import { documents } from '@/db/schema/documents';
import { parseRate } from '@/lib/domain/exchange';
import { balanceMinor, isCredited, refundableMinor } from '@/lib/domain/invoice-standing';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

const LATER = day('2026-12-31');
const voidIt = (w: World, documentId: string) =>
  w.write((tx) =>
    reverseDocument(tx, w.admin, { documentId, kind: 'invoice', reason: 'In error', source: 'staff' }),
  );
const restore = (w: World, documentId: string) =>
  w.write((tx) => restoreInvoice(tx, w.admin, { documentId }));
const credit = (w: World, amount: number, more: { applyTo?: string; invoiceId?: string } = {}) =>
  w.write((tx) =>
    postCreditMemo(tx, w.admin, {
      customerId: w.customerId,
      creditDate: day('2026-03-01'),
      lines: [],
      total: { totalMinor: toMinor(amount), taxMinor: toMinor(0) },
      source: 'staff',
      ...more,
    }),
  );
const standing = (w: World, documentId: string) => w.read((tx) => invoiceStanding(tx, documentId, LATER));

test('a voided invoice is posted again as another one, and takes back what the void took off it', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  await w.pay(6_000, '2026-02-20');
  await w.pay(1_000, '2026-02-21', { apply: 'none' });
  await voidIt(w, documentId);
  const again = await restore(w, documentId);
  expect(again.number).toBe('INV-00002');
  expect(await w.openAt('2026-03-01')).toEqual({ 'INV-00002': 4_000, 'PMT-00002': -1_000 });
  const [row] = await w.read((tx) => tx.select().from(documents).where(eq(documents.id, again.documentId)));
  expect(row).toMatchObject({ relatesToId: documentId, documentDate: '2026-02-04', amountMinor: 10_000 });
});

test('what was used elsewhere meanwhile is not taken again', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  await w.pay(6_000, '2026-02-20');
  await voidIt(w, documentId);
  await w.invoice(5_000, '2026-02-04', { number: 'B' });
  await w.write((tx) => applyAccountCredit(tx, w.admin, { customerId: w.customerId }));
  await restore(w, documentId);
  expect(await w.openAt('2026-03-01')).toEqual({ 'INV-00002': 9_000 });
});

test('an invoice is restored once, and only when it is void', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-04');
  expect(await refusalOf(restore(w, documentId))).toBe('cannot_reverse');
  await voidIt(w, documentId);
  expect(await refusalOf(restore(await createWorld(), documentId))).toBe('not_found');
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => restore(w, documentId)));
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await refusalOf(restore(w, documentId))).toBe('duplicate');
});

test('credit on an account is used up, the oldest of either first, in one currency', async () => {
  const w = await createWorld();
  await w.invoice(3_000, '2026-02-04', { number: 'A' });
  await w.invoice(3_000, '2026-01-04', { number: 'B' });
  await w.invoice(3_000, '2026-01-04', { number: 'C', currency: 'EUR' });
  await w.pay(4_000, '2026-02-20', { apply: 'none' });
  const apply = () => w.write((tx) => applyAccountCredit(tx, w.admin, { customerId: w.customerId }));
  expect(await apply()).toMatchObject({ appliedMinor: 4_000, currency: 'USD' });
  expect(await w.openAt('2026-03-01')).toEqual({ A: 2_000, C: 3_000 });
  expect(await apply()).toMatchObject({ appliedMinor: 0, allocationIds: [] });
});

test('a credit memo about a paid invoice makes money refundable, until it is used or given back', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-02-04');
  await w.pay(6_000, '2026-02-20');
  await credit(w, 10_000, { applyTo: a.documentId });
  const before = await standing(w, a.documentId);
  expect([refundableMinor(before), balanceMinor(before, toMinor(0))]).toEqual([6_000, -6_000]);
  expect(isCredited(before, toMinor(10_000))).toBe(false);
  await w.invoice(6_000, '2026-03-04');
  await w.write((tx) => applyAccountCredit(tx, w.admin, { customerId: w.customerId }));
  expect(refundableMinor(await standing(w, a.documentId))).toBe(0);
});

test('credit beyond an unpaid invoice is credit of the customer, and nothing to be given back for the invoice', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(500, '2026-02-04');
  await credit(w, 700, { applyTo: documentId });
  const found = await standing(w, documentId);
  expect(balanceMinor(found, toMinor(0))).toBe(0);
  expect(isCredited(found, toMinor(500))).toBe(true);
  const figures = await w.read((tx) =>
    accountFigures(tx, { customerId: w.customerId, currency: 'USD', asOf: LATER }),
  );
  expect(figures).toMatchObject({
    invoicedMinor: 500,
    receivedMinor: 0,
    creditedMinor: 500,
    openMinor: 0,
    unappliedMinor: 200,
  });
});

test('without an account for exchange differences nothing in another currency is settled', async () => {
  const w = await createWorld();
  await w.write((tx) => updateOrganization(tx, w.admin, { exchangeAccount: null }));
  const euro = await w.invoice(1_000, '2026-02-04', { currency: 'EUR' });
  const dollar = await w.invoice(1_000, '2026-02-04');
  const paying = (currency: string, invoiceId: string) =>
    w.pay(1_000, '2026-02-20', { currency, apply: [{ invoiceId, amountMinor: toMinor(1_000) }] });
  expect(await refusalOf(paying('EUR', euro.documentId))).toBe('missing_exchange_account');
  await paying('USD', dollar.documentId);
  await voidIt(w, euro.documentId);
  expect(await w.openAt('2026-03-01')).toEqual({});
});

test("a payment that names another customer's invoice is refused as just that", async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Beta');
  const { documentId } = await w.invoice(1_000, '2026-02-04', { customerId: other });
  const apply = [{ invoiceId: documentId, amountMinor: toMinor(1_000) }];
  expect(await refusalOf(w.pay(1_000, '2026-02-20', { apply }))).toBe('customer_mismatch');
});

test('what was billed is known in the base currency as soon as every rate is, each document rounded on its own', async () => {
  const w = await createWorld();
  await w.invoice(1_000, '2026-02-04');
  const billed = () => w.read((tx) => billedInBase(tx, 'USD', { asOf: LATER }));
  expect(await billed()).toBe(1_000);
  await w.write((tx) =>
    recordExchangeRates(tx, w.admin, [
      { currency: 'JPY', rateOn: day('2026-02-01'), rateToBase: parseRate('0.0067')!, source: 'Test' },
    ]),
  );
  await w.invoice(1_001, '2026-02-04', { currency: 'JPY' });
  await w.invoice(1_001, '2026-02-04', { currency: 'JPY' });
  expect(await billed()).toBe(1_000 + 671 + 671);
  const { documentId } = await w.invoice(1_000, '2026-02-04', { currency: 'EUR' });
  expect(await billed()).toBeNull();
  await voidIt(w, documentId);
  expect(await billed()).toBe(1_000 + 671 + 671);
});
