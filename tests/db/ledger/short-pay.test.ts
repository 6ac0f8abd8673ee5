import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import type { Rest } from '@/db/commands/payment-parts';
import { reversePayment } from '@/db/commands/reverse-payment';
import { disputes } from '@/db/schema/disputes';
import { documents } from '@/db/schema/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

/** Pays `amount` of the invoice, and says what becomes of the rest. */
const payShort = (w: World, invoiceId: string, amount: number, rest?: Rest) =>
  w.pay(amount, '2026-02-05', { apply: [{ invoiceId, amountMinor: toMinor(amount), rest }] });
const papers = async (w: World) =>
  (await w.read((tx) => tx.select().from(documents)))
    .filter(({ kind }) => kind !== 'invoice' && kind !== 'payment')
    .map(({ kind, amountMinor, reason }) => ({ kind, amountMinor, reason }));
const limit = (
  w: World,
  facts: { tolerance_minor?: number; tolerance_percent?: string; write_off_limit_minor?: number },
) => owner`update organizations set ${owner(facts)} where id = ${w.org.id}`;

test.each(['write_off', 'credit_memo', 'discount'] as const)(
  'the rest of an invoice becomes a %s in the step that pays it short',
  async (as) => {
    const w = await createWorld();
    const { documentId } = await w.invoice(10_000, '2026-02-01', { number: 'A' });
    const { settled } = await payShort(w, documentId, 9_000, { as, reason: 'Agreed' });
    expect(settled).toMatchObject([{ kind: as, invoiceId: documentId, amountMinor: 1_000 }]);
    expect(await papers(w)).toEqual([{ kind: as, amountMinor: -1_000, reason: 'Agreed' }]);
    expect(await w.openAt('2026-02-05')).toEqual({});
  },
);

test('the rest can stay open or be in dispute; a dispute needs a reason', async () => {
  const w = await createWorld();
  const [a, b] = [await w.invoice(10_000, '2026-02-01'), await w.invoice(10_000, '2026-02-01')];
  await payShort(w, a.documentId, 9_000, { as: 'open' });
  await payShort(w, b.documentId, 9_000, { as: 'dispute', reason: 'Damaged' });
  expect(await w.read((tx) => tx.select().from(disputes))).toMatchObject([
    { documentId: b.documentId, amountMinor: 1_000, reason: 'Damaged', openedOn: '2026-02-05' },
  ]);
  expect(await refusalOf(payShort(w, a.documentId, 10, { as: 'dispute' }))).toBe('invalid');
  expect(await papers(w)).toEqual([]);
});

test('a dispute of the rest is told, and taken back with the payment that left it; another one stands', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const other = { documentId, amountMinor: toMinor(500), reason: 'Late', openedOn: day('2026-02-04') };
  await w.write((tx) => openDispute(tx, w.admin, other));
  const paid = await payShort(w, documentId, 9_000, { as: 'dispute', reason: 'Damaged' });
  const undone = { documentId: paid.documentId, reason: 'Undone', source: 'staff' } as const;
  await w.write((tx) => reversePayment(tx, w.admin, undone));
  const rows = await w.read((tx) => tx.select().from(disputes).orderBy(disputes.openedOn));
  expect(rows.map(({ reason, resolution }) => [reason, resolution])).toEqual([
    ['Late', null],
    ['Damaged', 'Voided: Undone'],
  ]);
  const told = await owner<{ verb: string; reason: string | null }[]>`
    select verb, coalesce(after ->> 'reason', before ->> 'reason') as reason from activity
    where org_id = ${w.org.id} and object_kind = 'dispute' order by sequence`;
  expect(told.map(({ verb, reason }) => `${verb} ${reason}`)).toEqual([
    'dispute_opened Late',
    'dispute_opened Damaged',
    'dispute_resolved Damaged',
  ]);
});

test('nothing is posted for an invoice that is paid in full', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  expect((await payShort(w, documentId, 10_000, { as: 'write_off' })).settled).toEqual([]);
});

test('one instalment can be written off, and the next is still owed', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01', { number: 'A' });
  const other = await w.invoice(5_000, '2026-02-01', { number: 'B' });
  const apply = [
    { invoiceId: documentId, amountMinor: toMinor(9_000), rest: { as: 'write_off' } as const },
    { invoiceId: other.documentId, amountMinor: toMinor(1_000), rest: { as: 'open' } as const },
  ];
  await w.pay(10_000, '2026-02-05', { apply });
  expect(await w.openAt('2026-02-05')).toEqual({ B: 4_000 });
});

test('no more than the limit is written off at once, and none in a currency it says nothing of', async () => {
  const w = await createWorld();
  await limit(w, { write_off_limit_minor: 1_000 });
  const { documentId } = await w.invoice(10_000, '2026-02-01', { number: 'A' });
  expect(await refusalOf(payShort(w, documentId, 8_999, { as: 'write_off' }))).toBe('write_off_limit');
  expect(await w.openAt('2026-02-05')).toEqual({ A: 10_000 });
  await payShort(w, documentId, 9_000, { as: 'write_off' });
  const euros = await w.invoice(10_000, '2026-02-01', { currency: 'EUR' });
  const apply = [
    { invoiceId: euros.documentId, amountMinor: toMinor(9_999), rest: { as: 'write_off' } as const },
  ];
  expect(await refusalOf(w.pay(9_999, '2026-02-05', { currency: 'EUR', apply }))).toBe('write_off_limit');
});

test('a small difference is written off by itself; a larger one, or one that is to stay, is not', async () => {
  const w = await createWorld();
  await limit(w, { tolerance_minor: 100, tolerance_percent: '0.5' });
  const [a, b, c] = [
    await w.invoice(100_000, '2026-02-01', { number: 'A' }),
    await w.invoice(10_000, '2026-02-02', { number: 'B' }),
    await w.invoice(100_000, '2026-02-03', { number: 'C' }),
  ];
  expect((await payShort(w, a.documentId, 99_960)).settled).toMatchObject([
    { kind: 'write_off', amountMinor: 40 },
  ]);
  expect((await payShort(w, b.documentId, 9_940)).settled).toEqual([]);
  expect((await payShort(w, c.documentId, 99_960, { as: 'open' })).settled).toEqual([]);
  expect(await papers(w)).toEqual([{ kind: 'write_off', amountMinor: -40, reason: 'Small difference' }]);
  expect(await w.openAt('2026-02-05')).toEqual({ B: 60, C: 40 });
});

test('a small difference is let go of however the money is applied, and only with both limits set', async () => {
  const w = await createWorld();
  await limit(w, { tolerance_minor: 100 });
  await w.invoice(100_000, '2026-02-01', { number: 'A' });
  await w.pay(50_000, '2026-02-05');
  await limit(w, { tolerance_percent: '1' });
  await w.pay(49_950, '2026-02-05');
  expect(await w.openAt('2026-02-05')).toEqual({});
  expect(await papers(w)).toMatchObject([{ kind: 'write_off', amountMinor: -50 }]);
});

test('an overpayment is never written off: it stays on the account', async () => {
  const w = await createWorld();
  await limit(w, { tolerance_minor: 100, tolerance_percent: '1' });
  await w.invoice(100_000, '2026-02-01');
  expect((await w.pay(100_040, '2026-02-05')).unappliedMinor).toBe(40);
  expect(await papers(w)).toEqual([]);
});

test('ten clerks paying one invoice short at once write its rest off once', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => payShort(w, documentId, 9_000, { as: 'write_off' })),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await papers(w)).toHaveLength(1);
});

test('in a closed period nothing of it is booked', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01', { number: 'A' });
  await owner`update organizations set locked_on = ${day('2026-02-28')} where id = ${w.org.id}`;
  expect(await refusalOf(payShort(w, documentId, 9_000, { as: 'write_off' }))).toBe('period_locked');
  expect(await w.openAt('2026-02-05')).toEqual({ A: 10_000 });
});

test('when the payment bounces, what was given with it is taken back, and the invoice is owed in full', async () => {
  const w = await createWorld();
  await limit(w, { tolerance_minor: 100, tolerance_percent: '1' });
  const [a, b, c] = [
    await w.invoice(100_000, '2026-02-01', { number: 'A' }),
    await w.invoice(10_000, '2026-02-01', { number: 'B' }),
    await w.invoice(10_000, '2026-02-01', { number: 'C' }),
  ];
  const other = await payShort(w, c.documentId, 9_000, { as: 'discount' });
  const apply = [
    { invoiceId: a.documentId, amountMinor: toMinor(99_950) },
    { invoiceId: b.documentId, amountMinor: toMinor(9_000), rest: { as: 'discount' } as const },
  ];
  const { documentId } = await w.pay(108_950, '2026-02-05', { apply });
  expect(await w.openAt('2026-02-05')).toEqual({});
  const bounce = { documentId, on: day('2026-02-10'), reason: 'No funds', source: 'staff' } as const;
  await w.write((tx) => reversePayment(tx, w.admin, bounce));
  expect(await w.openAt('2026-02-09')).toEqual({});
  expect(await w.openAt('2026-02-10')).toEqual({ A: 100_000, B: 10_000 });
  expect(other.settled).toHaveLength(1);
});
