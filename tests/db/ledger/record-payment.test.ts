import { expect, test } from 'vitest';
import { once } from '@/db/commands/once';
import { recordPayment } from '@/db/commands/record-payment';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

test('a payment goes to the oldest due invoice first, and what is left over stays on the account', async () => {
  const w = await createWorld();
  await w.invoice(30000, '2026-01-10', { number: 'A' });
  await w.invoice(20000, '2026-01-20', { number: 'B' });
  await w.invoice(50000, '2026-02-01', { number: 'C' });
  expect((await w.pay(60000, '2026-02-02')).unappliedMinor).toBe(0);
  expect(await w.openAt('2026-02-02')).toEqual({ C: 40000 });
  expect((await w.pay(50000, '2026-02-03')).unappliedMinor).toBe(10000);
  expect(await w.openAt('2026-02-03')).toEqual({ 'PMT-00002': -10000 });
});

test('an explicit choice wins over age, several invoices at once, and can leave a rest in dispute', async () => {
  const w = await createWorld();
  const a = await w.invoice(30000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(20000, '2026-01-20', { number: 'B' });
  const paid = await w.pay(25000, '2026-01-25', {
    apply: [
      { invoiceId: b.documentId, amountMinor: toMinor(20000) },
      {
        invoiceId: a.documentId,
        amountMinor: toMinor(5000),
        rest: { as: 'dispute', reason: 'Damaged goods' },
      },
    ],
  });
  expect(paid).toMatchObject({ unappliedMinor: 0, number: 'PMT-00001' });
  expect(await w.openAt('2026-01-25')).toEqual({ A: 25000 });
});

test('exact match finds the pair of invoices that add up to the receipt', async () => {
  const w = await createWorld();
  await w.invoice(30000, '2026-01-10', { number: 'A' });
  await w.invoice(20000, '2026-01-20', { number: 'B' });
  await w.invoice(50000, '2026-02-01', { number: 'C' });
  await w.pay(70000, '2026-02-02', { apply: 'exact' });
  expect(await w.openAt('2026-02-02')).toEqual({ A: 30000 });
});

test('credit on the account pays only when it is asked to, after the new money', async () => {
  const w = await createWorld();
  await w.pay(10000, '2026-01-02');
  await w.invoice(15000, '2026-01-10', { number: 'A' });
  await w.pay(5000, '2026-01-11', { apply: 'none' });
  expect(await w.openAt('2026-01-11')).toEqual({ A: 15000, 'PMT-00001': -10000, 'PMT-00002': -5000 });
  await w.pay(1000, '2026-01-12', { useCredit: true });
  expect(await w.openAt('2026-01-12')).toEqual({ 'PMT-00002': -1000 });
});

test.each([
  ['a zero amount', { amountMinor: toMinor(0) }, 'amount_must_be_positive'],
  ['a negative amount', { amountMinor: toMinor(-5) }, 'amount_must_be_positive'],
  ['an amount beyond any document', { amountMinor: toMinor(90_000_000_000_001) }, 'amount_too_large'],
  ['a customer that does not exist', { customerId: '0197a1b2-0000-7000-8000-000000000000' }, 'not_found'],
] as const)('%s is refused, and nothing is booked', async (_what, wrong, code) => {
  const w = await createWorld();
  await w.invoice(10000, '2026-01-10', { number: 'A' });
  expect(await refusalOf(w.pay(10000, '2026-01-11', wrong))).toBe(code);
  expect(await w.openAt('2026-01-11')).toEqual({ A: 10000 });
});

test('more than an invoice has open, or more than was received, is refused', async () => {
  const w = await createWorld();
  const a = await w.invoice(10000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(10000, '2026-01-10', { number: 'B' });
  const part = (invoiceId: string, amount: number) => ({ invoiceId, amountMinor: toMinor(amount) });
  expect(await refusalOf(w.pay(20000, '2026-01-11', { apply: [part(a.documentId, 10001)] }))).toBe(
    'over_allocation',
  );
  expect(
    await refusalOf(
      w.pay(15000, '2026-01-11', { apply: [part(a.documentId, 10000), part(b.documentId, 10000)] }),
    ),
  ).toBe('exceeds_remaining');
  expect(
    await refusalOf(
      w.pay(2000, '2026-01-11', { apply: [part(a.documentId, 1000), part(a.documentId, 1000)] }),
    ),
  ).toBe('duplicate_allocation');
  expect(await w.openAt('2026-01-11')).toEqual({ A: 10000, B: 10000 });
});

test('the same request asked ten times at once books one payment and answers the same', async () => {
  const w = await createWorld();
  await w.invoice(8000, '2026-01-10', { number: 'A' });
  const input = {
    customerId: w.customerId,
    receivedOn: day('2026-01-11'),
    amountMinor: toMinor(1000),
    payment: { method: 'Wire' },
    apply: 'oldest',
    source: 'staff',
  } as const;
  const ask = (amount = 1000) =>
    w.write((tx) => {
      const asked = { ...input, amountMinor: toMinor(amount) };
      return once(tx, { requestId: 'form-1', verb: 'record_payment', input: asked }, () =>
        recordPayment(tx, w.admin, asked),
      );
    });
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask()));
  expect(new Set(answers.map((a) => a.answer.documentId)).size).toBe(1);
  expect(answers.filter((a) => !a.replayed)).toHaveLength(1);
  expect(await w.openAt('2026-01-11')).toEqual({ A: 7000 });
  expect(await refusalOf(ask(2000))).toBe('request_reused');
});

test('two clerks paying one invoice at once never pay it twice: the second is refused in words', async () => {
  const w = await createWorld();
  const a = await w.invoice(10000, '2026-01-10', { number: 'A' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () =>
      w.pay(10000, '2026-01-11', { apply: [{ invoiceId: a.documentId, amountMinor: toMinor(10000) }] }),
    ),
  );
  expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
  for (const o of outcomes)
    if (o.status === 'rejected') expect(o.reason).toMatchObject({ name: 'Refusal', code: 'over_allocation' });
  expect(await w.openAt('2026-01-11')).toEqual({});
});

test('payments of many customers at once get numbers without gaps or repeats', async () => {
  const w = await createWorld();
  const customers = await Promise.all(Array.from({ length: 6 }, (_, i) => w.addCustomer(`C${i}`)));
  const numbers = await Promise.all(
    Array.from(
      { length: 30 },
      async (_, i) => (await w.pay(100, '2026-01-11', { customerId: customers[i % 6]! })).number,
    ),
  );
  expect(numbers.toSorted()).toEqual(
    Array.from({ length: 30 }, (_, i) => `PMT-${String(i + 1).padStart(5, '0')}`),
  );
});

test("another organization's customer and invoice look as if they were not there", async () => {
  const [mine, theirs] = [await createWorld(), await createWorld()];
  const foreign = await theirs.invoice(10000, '2026-01-10');
  expect(await refusalOf(mine.pay(100, '2026-01-11', { customerId: theirs.customerId }))).toBe('not_found');
  expect(
    await refusalOf(
      mine.pay(100, '2026-01-11', { apply: [{ invoiceId: foreign.documentId, amountMinor: toMinor(100) }] }),
    ),
  ).toBe('over_allocation');
});

test('money in one currency never pays an invoice in another', async () => {
  const w = await createWorld();
  const euros = await w.invoice(10000, '2026-01-10', { number: 'E', currency: 'EUR' });
  await w.pay(10000, '2026-01-11');
  expect(await w.openAt('2026-01-11', { currency: 'EUR' })).toEqual({ E: 10000 });
  expect(
    await refusalOf(
      w.pay(100, '2026-01-11', { apply: [{ invoiceId: euros.documentId, amountMinor: toMinor(100) }] }),
    ),
  ).toBe('over_allocation');
});
