import { expect, test } from 'vitest';
import { type MoveAllocation, moveAllocation } from '@/db/commands/move-allocation';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

function move(w: World, input: MoveAllocation) {
  return w.write((tx) => moveAllocation(tx, w.admin, input));
}

const part = (debitId: string, amount: number) => ({ debitId, amountMinor: toMinor(amount) });

test('money moves from one invoice to others, and what stays stays (worked example)', async () => {
  const w = await createWorld();
  const order = await w.invoice(200_000, '2024-06-15', { number: 'O' });
  const a = await w.invoice(100_000, '2024-06-15', { number: 'A' });
  const b = await w.invoice(100_000, '2024-06-15', { number: 'B' });
  const { allocationIds } = await w.pay(300_000, '2024-06-15', {
    apply: [{ invoiceId: order.documentId, amountMinor: toMinor(200_000) }],
  });
  const allocationId = allocationIds[0] ?? '';
  await move(w, { allocationId, to: [part(a.documentId, 10_000), part(b.documentId, 100_000)] });
  expect(await w.openAt('2024-06-15')).toEqual({ O: 110_000, A: 90_000, 'PMT-00001': -100_000 });
  expect(await refusalOf(move(w, { allocationId, to: [part(a.documentId, 1)] }))).toBe('already_undone');
});

test('a move on a later day leaves the days before as they were, though there was room before', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(10_000, '2026-01-10', { number: 'B' });
  const { allocationIds } = await w.pay(30_000, '2026-01-12', {
    apply: [{ invoiceId: a.documentId, amountMinor: toMinor(10_000) }],
  });
  const allocationId = allocationIds[0] ?? '';
  await move(w, { allocationId, to: [part(b.documentId, 6_000)], on: day('2026-02-01') });
  expect(await w.openAt('2026-01-31')).toEqual({ B: 10_000, 'PMT-00001': -20_000 });
  expect(await w.openAt('2026-02-01')).toEqual({ A: 6_000, B: 4_000, 'PMT-00001': -20_000 });
});

test('what cannot be moved is refused, and nothing moves', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const other = await w.addCustomer('Other');
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(1_000, '2026-01-10', { number: 'B' });
  const theirs = await w.invoice(10_000, '2026-01-10', { number: 'T', customerId: other });
  const euros = await w.invoice(10_000, '2026-01-10', { number: 'E', currency: 'EUR' });
  const { allocationIds } = await w.pay(5_000, '2026-01-12', {
    apply: [{ invoiceId: a.documentId, amountMinor: toMinor(5_000) }],
  });
  const allocationId = allocationIds[0] ?? '';
  const refused = (...to: ReturnType<typeof part>[]) => refusalOf(move(w, { allocationId, to }));
  const before = await w.openAt('2026-02-01');
  expect(await refused(part(b.documentId, 1_001))).toBe('over_allocation');
  expect(await refused(part(b.documentId, 5_001))).toBe('exceeds_remaining');
  expect(await refused(part(b.documentId, 0))).toBe('amount_must_be_positive');
  expect(await refused(part(b.documentId, 1), part(b.documentId, 1))).toBe('duplicate_allocation');
  expect(await refused(part(a.documentId, 1))).toBe('over_allocation');
  expect(await refused(part(theirs.documentId, 1))).toBe('customer_mismatch');
  expect(await refused(part(euros.documentId, 1))).toBe('currency_mismatch');
  expect(await refused(part(w.customerId, 1))).toBe('not_found');
  expect(await refusalOf(move(stranger, { allocationId, to: [part(b.documentId, 1)] }))).toBe('not_found');
  expect(await w.openAt('2026-02-01')).toEqual(before);
  await owner`update organizations set locked_on = '2026-01-31' where id = ${w.org.id}`;
  await move(w, { allocationId, to: [part(b.documentId, 1_000)] });
  expect(await w.openAt('2026-01-31', { currency: 'USD' })).toMatchObject({ A: 5_000, B: 1_000 });
  expect(await w.openAt('2026-02-01', { currency: 'USD' })).toEqual({ A: 6_000, T: 10_000 });
});

test('ten people moving one application at once move it once', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const b = await w.invoice(10_000, '2026-01-11', { number: 'B' });
  const allocationId = (await w.pay(10_000, '2026-01-12')).allocationIds[0] ?? '';
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => move(w, { allocationId, to: [part(b.documentId, 10_000)] })),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await w.openAt('2026-01-12')).toEqual({ A: 10_000 });
});
