import { expect, test } from 'vitest';
import { postInvoice } from '@/db/commands/post-invoice';
import { recoverWriteOff } from '@/db/commands/recover-write-off';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { type WriteOff, writeOff } from '@/db/commands/write-off';
import { AS_POSTED } from '@/db/posted';
import { documentById } from '@/db/queries/documents';
import { itemsOf } from '@/db/queries/items-of';
import { toMinor, ZERO } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

function letGo(w: World, id: string, on: string, more: Partial<WriteOff> = {}) {
  return w.write((tx) =>
    writeOff(tx, w.admin, { id, on: day(on), reason: 'Insolvent', source: 'staff', ...more }),
  );
}

function recover(w: World, documentId: string, on: string, amount?: number) {
  const input = { documentId, on: day(on), source: 'staff' } as const;
  return w.write((tx) =>
    recoverWriteOff(tx, w.admin, {
      ...input,
      ...(amount === undefined ? {} : { amountMinor: toMinor(amount) }),
    }),
  );
}

test('what is left of an invoice is written off from its day on, and the invoice says so', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  await w.pay(4_000, '2026-01-20');
  const gone = await letGo(w, a.documentId, '2026-03-01');
  expect(gone).toMatchObject({ number: 'WO-00001', amountMinor: 6_000 });
  expect(await w.openAt('2026-02-28')).toEqual({ A: 6_000 });
  expect(await w.openAt('2026-03-01')).toEqual({});
  const found = (id: string) => w.read((tx) => documentById(tx, id, AS_POSTED));
  expect(await found(a.documentId)).toMatchObject({ status: 'written_off' });
  expect(await found(gone.documentId)).toMatchObject({ relatesTo: { number: 'A' }, reason: 'Insolvent' });
});

test('money that comes after all is recovered in whole or in part, and can be recorded', async () => {
  const w = await createWorld();
  const parts = [6_000, 4_000].map((amount, i) => ({
    dueOn: day(`2026-0${i + 2}-01`),
    amountMinor: toMinor(amount),
  }));
  const { documentId } = await w.write((tx) =>
    postInvoice(tx, w.admin, {
      customerId: w.customerId,
      invoiceDate: day('2026-01-01'),
      number: 'A',
      lines: [],
      total: { totalMinor: toMinor(10_000), taxMinor: ZERO },
      instalments: parts,
      source: 'staff',
    }),
  );
  const gone = await letGo(w, documentId, '2026-04-01');
  const { rest } = await recover(w, gone.documentId, '2026-05-01', 5_000);
  expect(rest).toMatchObject({ number: 'WO-00002', amountMinor: 5_000 });
  expect(await w.openAt('2026-04-30')).toEqual({});
  const open = async () =>
    (await w.read((tx) => itemsOf(tx, documentId))).map((item) => Number(item.openMinor));
  expect(await open()).toEqual([1_000, 4_000]);
  expect((await w.pay(5_000, '2026-05-01')).unappliedMinor).toBe(0);
  expect((await recover(w, rest?.documentId ?? '', '2026-05-02')).rest).toBeNull();
  expect(await open()).toEqual([5_000, 0]);
  expect(await refusalOf(recover(w, gone.documentId, '2026-05-02'))).toBe('already_reversed');
});

test('a small credit that nobody claims becomes gain, and is given back when somebody does', async () => {
  const w = await createWorld();
  const paid = await w.pay(1_000, '2026-01-02', { apply: 'none' });
  const gain = await letGo(w, paid.documentId, '2026-03-01', { amountMinor: toMinor(400) });
  expect(gain.number).toBe('CWO-00001');
  expect(await w.openAt('2026-03-01')).toEqual({ 'PMT-00001': -600 });
  expect(await refusalOf(letGo(w, paid.documentId, '2026-03-01', { amountMinor: toMinor(601) }))).toBe(
    'exceeds_remaining',
  );
  const { rest } = await recover(w, gain.documentId, '2026-04-01', 100);
  expect(rest).toMatchObject({ number: 'CWO-00002', amountMinor: 300 });
  expect(await w.openAt('2026-04-01')).toEqual({ 'PMT-00001': -700 });
  await letGo(w, paid.documentId, '2026-04-02');
  const found = await w.read((tx) => documentById(tx, paid.documentId, AS_POSTED));
  expect(found).toMatchObject({ status: 'written_off', openMinor: 0 });
});

test('what cannot be written off is refused, and nothing is booked', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const a = await w.invoice(10_000, '2026-02-10', { number: 'A' });
  const b = await w.invoice(500, '2026-02-10', { number: 'B' });
  const paid = await w.pay(500, '2026-02-11', {
    apply: [{ invoiceId: b.documentId, amountMinor: toMinor(500) }],
  });
  const refused = (id: string, on: string, amount?: number) =>
    refusalOf(letGo(w, id, on, amount === undefined ? {} : { amountMinor: toMinor(amount) }));
  expect(await refused(a.documentId, '2026-02-09')).toBe('effective_too_early');
  expect(await refused(a.documentId, '2026-02-10', 0)).toBe('amount_must_be_positive');
  expect(await refused(a.documentId, '2026-02-10', 10_001)).toBe('over_allocation');
  expect(await refused(b.documentId, '2026-02-20')).toBe('over_allocation');
  expect(await refused(paid.documentId, '2026-02-20')).toBe('exceeds_remaining');
  expect(await refusalOf(letGo(stranger, a.documentId, '2026-02-10'))).toBe('not_found');
  await owner`update organizations set write_off_limit_minor = 5000 where id = ${w.org.id}`;
  expect(await refused(a.documentId, '2026-02-20')).toBe('write_off_limit');
  await owner`update organizations set locked_on = '2026-02-20' where id = ${w.org.id}`;
  expect(await refused(a.documentId, '2026-02-20', 100)).toBe('period_locked');
  expect(await w.openAt('2026-02-20')).toEqual({ A: 10_000 });
  const gone = await letGo(w, a.documentId, '2026-03-01', { amountMinor: toMinor(100) });
  expect(await refusalOf(recover(w, gone.documentId, '2026-02-28'))).toBe('effective_too_early');
  expect(await refusalOf(recover(w, gone.documentId, '2026-03-01', 101))).toBe('exceeds_remaining');
  expect(await refusalOf(recover(w, a.documentId, '2026-03-01'))).toBe('not_found');
  expect(await refusalOf(recover(stranger, gone.documentId, '2026-03-01'))).toBe('not_found');
});

test('ten people writing one invoice off at once write it off once', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => letGo(w, a.documentId, '2026-03-01')),
  );
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  expect(await w.openAt('2026-03-01')).toEqual({});
});

test('what a write-off settles is not undone apart from it, nor is a voided one left over', async () => {
  const w = await createWorld();
  const a = await w.invoice(10_000, '2026-01-10', { number: 'A' });
  const gone = await letGo(w, a.documentId, '2026-03-01');
  const found = await w.read((tx) => documentById(tx, gone.documentId, AS_POSTED));
  const allocationId = found?.allocations[0]?.allocationId ?? '';
  expect(await refusalOf(w.write((tx) => undoAllocation(tx, w.admin, { allocationId })))).toBe(
    'cannot_reverse',
  );
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: gone.documentId,
      kind: 'write_off',
      reason: 'Booked wrong',
      source: 'staff',
    }),
  );
  expect(await w.openAt('2026-03-01')).toEqual({ A: 10_000 });
});

test('an administrator lets go of any amount, or of what the limit of the organization allows, and a manager of nothing', async () => {
  const w = await createWorld();
  const post = async (number: string) => (await w.invoice(9_000_000, '2026-02-10', { number })).documentId;
  const [a, b, c] = [await post('A'), await post('B'), await post('C')];
  await letGo(w, a, '2026-02-20');
  await owner`update organizations set write_off_limit_minor = 5000 where id = ${w.org.id}`;
  expect(await refusalOf(letGo(w, b, '2026-02-20', { amountMinor: toMinor(5_001) }))).toBe('write_off_limit');
  await letGo(w, b, '2026-02-20', { amountMinor: toMinor(5_000) });
  const input = { id: c, on: day('2026-02-20'), reason: 'x', source: 'staff' } as const;
  await expect(w.write((tx) => writeOff(tx, w.manager, input), w.manager)).rejects.toThrow();
  expect(await w.openAt('2026-02-20')).toEqual({ B: 8_995_000, C: 9_000_000 });
});
