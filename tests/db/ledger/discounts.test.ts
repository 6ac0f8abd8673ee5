import { expect, test } from 'vitest';
import { postDiscount } from '@/db/commands/post-discount';
import { type PostInvoice, postInvoice } from '@/db/commands/post-invoice';
import { settledInvoices } from '@/db/queries/settled-invoices';
import { documents } from '@/db/schema/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const NO_ID = '0197a1b2-0000-7000-8000-000000000000';
const TWO_TEN = { percent: '2', amountMinor: null, until: day('2026-03-11') };

/** An invoice of 2026-03-01, due in 30 days, that offers 2/10 unless told otherwise. */
const offer = (w: World, total: number, more: Partial<PostInvoice> & { taxMinor?: number } = {}) =>
  w.write((tx) => {
    const { taxMinor = 0, ...rest } = more;
    return postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-03-01'),
      dueDate: day('2026-03-31'),
      lines: [],
      total: { totalMinor: toMinor(total), taxMinor: toMinor(taxMinor) },
      discount: TWO_TEN,
      source: 'api',
      ...rest,
    });
  });
const discounts = async (w: World) =>
  (await w.read((tx) => tx.select().from(documents)))
    .filter((document) => document.kind === 'discount')
    .map(({ number, amountMinor, taxMinor, documentDate, relatesToId, reason }) => ({
      number,
      amountMinor,
      taxMinor,
      documentDate,
      relatesToId,
      reason,
    }));

test('paying the discounted price on the last day settles the invoice, by a discount of its own', async () => {
  const w = await createWorld();
  const { documentId } = await offer(w, 100_000, { number: 'A' });
  const paid = await w.pay(98_000, '2026-03-11', { takeDiscount: true });
  expect(paid.settled).toEqual([
    expect.objectContaining({
      kind: 'discount',
      number: 'DSC-00001',
      invoiceId: documentId,
      amountMinor: 2_000,
    }),
  ]);
  expect(paid).toMatchObject({ unappliedMinor: 0, allocationIds: [expect.any(String)] });
  expect(await w.openAt('2026-03-11')).toEqual({});
  expect(await w.openAt('2026-03-10')).toEqual({ A: 100_000 });
  expect(await discounts(w)).toEqual([
    {
      number: 'DSC-00001',
      amountMinor: -2_000,
      taxMinor: 0,
      documentDate: '2026-03-11',
      relatesToId: documentId,
      reason: 'Paid early',
    },
  ]);
});

test.each([
  ['a day too late', '2026-03-12', true, 98_000, { A: 2_000 }],
  ['without being asked to', '2026-03-11', false, 98_000, { A: 2_000 }],
  ['paying a part', '2026-03-05', true, 49_000, { A: 50_000 }],
  ['paying an odd part', '2026-03-05', true, 10_000, { A: 89_796 }],
  ['paying all of it', '2026-03-05', true, 100_000, { 'PMT-00001': -2_000 }],
] as const)('%s (on %s)', async (_what, on, takeDiscount, amount, open) => {
  const w = await createWorld();
  await offer(w, 100_000, { number: 'A' });
  await w.pay(amount, on, { takeDiscount });
  expect(await w.openAt('2026-03-12')).toEqual(open);
});

test('a flat discount of 50.00 on 200.00 and 36.00 tax lowers the net by 42.37 and the tax by 7.63', async () => {
  const w = await createWorld();
  const flat = { percent: null, amountMinor: toMinor(5_000), until: day('2026-03-02') };
  const { documentId } = await offer(w, 23_600, { taxMinor: 3_600, discount: flat, number: 'A' });
  await w.pay(10_000, '2026-03-02', { takeDiscount: true });
  expect(await discounts(w)).toEqual([]);
  const apply = [{ invoiceId: documentId, amountMinor: toMinor(8_600) }];
  await w.pay(8_600, '2026-03-02', { takeDiscount: true, apply });
  expect(await w.openAt('2026-03-02')).toEqual({});
  expect(await discounts(w)).toMatchObject([{ amountMinor: -5_000, taxMinor: -763 }]);
});

test('one payment takes the discounts of several invoices, and pays an instalment before the next', async () => {
  const w = await createWorld();
  const half = toMinor(50_000);
  const instalments = [
    { dueOn: day('2026-03-20'), amountMinor: half },
    { dueOn: day('2026-04-20'), amountMinor: half },
  ];
  await offer(w, 100_000, { number: 'A', instalments });
  await offer(w, 20_000, { number: 'B', dueDate: day('2026-05-01') });
  await w.invoice(5_000, '2026-05-02', { number: 'C', on: '2026-03-01' });
  const paid = await w.pay(98_000 + 19_600 + 1_000, '2026-03-10', { takeDiscount: true });
  expect(paid.settled.map((rest) => rest.amountMinor)).toEqual([2_000, 400]);
  expect(await w.openAt('2026-03-10')).toEqual({ C: 4_000 });
});

test('a payment that came before its invoice takes the discount on the day of the invoice', async () => {
  const w = await createWorld();
  await offer(w, 10_000, { number: 'A' });
  await w.pay(9_800, '2026-02-20', { takeDiscount: true });
  expect(await discounts(w)).toMatchObject([{ documentDate: '2026-03-01' }]);
  expect(await w.openAt('2026-03-01')).toEqual({});
});

test('twelve payments at once take one discount', async () => {
  const w = await createWorld();
  const { documentId } = await offer(w, 10_000, { number: 'A' });
  const apply = [{ invoiceId: documentId, amountMinor: toMinor(9_800) }];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => w.pay(9_800, '2026-03-05', { takeDiscount: true, apply })),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await discounts(w)).toHaveLength(1);
  expect(await w.openAt('2026-03-05')).toEqual({});
});

test('a discount can be given by hand, as far as the invoice is open, whatever it offers', async () => {
  const w = await createWorld();
  const { documentId } = await offer(w, 12_000, { taxMinor: 2_000, discount: null, number: 'A' });
  const give = (amount: number, on = '2026-04-01', invoiceId = documentId) =>
    w.write((tx) =>
      postDiscount(tx, w.admin, { invoiceId, amountMinor: toMinor(amount), on: day(on), source: 'api' }),
    );
  expect(await give(600)).toMatchObject({ kind: 'discount', amountMinor: 600, invoiceId: documentId });
  expect(await discounts(w)).toMatchObject([{ amountMinor: -600, taxMinor: -100, reason: 'Discount' }]);
  expect(await w.openAt('2026-04-01')).toEqual({ A: 11_400 });
  expect(await refusalOf(give(11_401))).toBe('over_allocation');
  expect(await refusalOf(give(0))).toBe('amount_must_be_positive');
  expect(await refusalOf(give(1, '2026-04-01', NO_ID))).toBe('not_found');
  const { documentId: payment } = await w.pay(100, '2026-04-02');
  expect(await refusalOf(give(1, '2026-04-02', payment))).toBe('not_found');
  const stranger = await createWorld();
  expect(
    await refusalOf(
      stranger.write((tx) =>
        postDiscount(tx, stranger.admin, {
          invoiceId: documentId,
          amountMinor: toMinor(1),
          on: day('2026-04-01'),
          source: 'api',
        }),
      ),
    ),
  ).toBe('not_found');
});

test.each([
  ['over before the invoice begins', { percent: '2', amountMinor: null, until: day('2026-02-28') }],
  ['of nothing', { percent: '0', amountMinor: null, until: day('2026-03-11') }],
  ['of everything', { percent: '100', amountMinor: null, until: day('2026-03-11') }],
  ['as large as the total', { percent: null, amountMinor: toMinor(100), until: day('2026-03-11') }],
] as const)('a discount %s is refused', async (_what, discount) => {
  const w = await createWorld();
  expect(await refusalOf(offer(w, 100, { discount }))).toBe('invalid');
});

test('what an invoice offers can be read, and by nobody else', async () => {
  const w = await createWorld();
  const { documentId } = await offer(w, 100);
  const read = (world: World) => world.read((tx) => settledInvoices(tx, [documentId]));
  expect((await read(w)).get(documentId)?.terms).toEqual(TWO_TEN);
  expect((await read(await createWorld())).size).toBe(0);
});
