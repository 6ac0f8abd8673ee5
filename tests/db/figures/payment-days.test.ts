import { expect, test } from 'vitest';
import { reverseDocument } from '@/db/commands/reverse-document';
import { writeOff } from '@/db/commands/write-off';
import { lastRecorded } from '@/db/queries/last-recorded';
import { paymentDays } from '@/db/queries/payment-days';
import { toMinor } from '@/lib/domain/money';
import { dayBinOf } from '@/lib/domain/payment-days';
import { createWorld, day } from '../../world';

const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null, currency: 'USD' });

test('invoices count that money settled in the span, by days from due', async () => {
  const w = await createWorld();
  const customer = (name: string) => w.addCustomer(name);
  const paid = async (amount: number, due: string, on: string) => {
    const customerId = await customer(`${amount} ${due}`);
    const invoice = await w.invoice(amount, due, { on: '2026-01-01', customerId });
    return { ...invoice, customerId, payment: await w.pay(amount, on, { customerId }) };
  };
  await paid(10_000, '2026-03-01', '2026-03-01');
  await paid(20_000, '2026-03-01', '2026-02-20');
  await paid(30_000, '2026-03-01', '2026-03-06');
  const bounced = await paid(40_000, '2026-03-01', '2026-03-20');
  await paid(50_000, '2026-01-05', '2026-01-01');
  // In part only; and the rest of another written off: neither was settled by money.
  const part = await customer('Part');
  await w.invoice(10_000, '2026-03-01', { on: '2026-01-01', customerId: part });
  await w.pay(4_000, '2026-03-11', { customerId: part });
  const given = await customer('Given up');
  const rest = await w.invoice(10_000, '2026-03-01', { on: '2026-01-01', customerId: given });
  await w.pay(6_000, '2026-03-11', { customerId: given });
  await w.write((tx) =>
    writeOff(tx, w.admin, {
      id: rest.documentId,
      amountMinor: toMinor(4_000),
      on: day('2026-03-25'),
      reason: 'Gone',
      source: 'staff',
    }),
  );
  const found = await w.read((tx) => paymentDays(tx, at('2026-03-31'), 60));
  expect(found).toMatchObject({
    from: '2026-01-31',
    to: '2026-03-31',
    settledCount: 4,
    settledMinor: 100_000,
    onTimeCount: 2,
    onTimePercent: 50,
    medianDay: 0,
    ninetiethDay: 19,
    paidMinor: 110_000,
  });
  const counts = Object.fromEntries(
    found.bins.flatMap((bin, i) => (bin.count ? [[i, bin.amountMinor]] : [])),
  );
  expect(counts).toEqual({
    [dayBinOf(-9)]: 20_000,
    [dayBinOf(0)]: 10_000,
    [dayBinOf(5)]: 30_000,
    [dayBinOf(19)]: 40_000,
  });
  const late = -9 * 20_000 + 5 * 30_000 + 19 * 40_000 + 10 * 10_000;
  expect(found.averageDaysLate).toBeCloseTo(late / 110_000, 9);
  expect(found.paymentVelocity).toBeCloseTo(late / 110_000 + 59, 9);
  const known = await w.read(lastRecorded);
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: bounced.payment.documentId,
      kind: 'payment',
      reason: 'No funds',
      source: 'staff',
      on: day('2026-03-22'),
    }),
  );
  expect(await w.read((tx) => paymentDays(tx, at('2026-03-31'), 60))).toMatchObject({
    settledCount: 3,
    ninetiethDay: 5,
    paidMinor: 70_000,
  });
  expect(await w.read((tx) => paymentDays(tx, { ...at('2026-03-31'), knownAt: known }, 60))).toEqual(found);
  expect(await w.read((tx) => paymentDays(tx, at('2026-03-21'), 50))).toMatchObject({ settledCount: 4 });
});

test('where nothing was paid there is no day to name', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-03-01', { on: '2026-01-01' });
  const found = await w.read((tx) => paymentDays(tx, at('2026-03-31')));
  expect(found).toMatchObject({
    from: '2026-01-01',
    settledCount: 0,
    onTimePercent: null,
    medianDay: null,
    ninetiethDay: null,
    paymentVelocity: null,
    averageDaysLate: null,
    paidMinor: 0,
  });
  expect(found.bins.every((bin) => bin.count === 0)).toBe(true);
});
