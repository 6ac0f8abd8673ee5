import { expect, test } from 'vitest';
import { moveAllocation } from '@/db/commands/move-allocation';
import { moveBack } from '@/db/commands/move-back';
import { recoverWriteOff } from '@/db/commands/recover-write-off';
import { undoRecovery } from '@/db/commands/undo-recovery';
import { writeOff } from '@/db/commands/write-off';
import { AS_POSTED } from '@/db/posted';
import { customerSince } from '@/db/queries/customer-since';
import { documentById } from '@/db/queries/documents';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

const OPEN = '2026-04-30';

test('what was moved goes back to the invoice that it was on, once', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const a = await w.invoice(10_000, '2026-03-01', { number: 'A' });
  const b = await w.invoice(8_000, '2026-03-02', { number: 'B' });
  const paid = await w.pay(10_000, '2026-03-10');
  const document = await w.read((tx) => documentById(tx, paid.documentId, AS_POSTED));
  const allocationId = document?.allocations[0]?.allocationId ?? '';
  const to = [{ debitId: b.documentId, amountMinor: toMinor(6_000) }];
  const moved = await w.write((tx) => moveAllocation(tx, w.admin, { allocationId, to }));
  expect(await w.openAt(OPEN)).toEqual({ A: 6_000, B: 2_000 });
  const back = { ...moved, debitId: a.documentId };
  expect(await refusalOf(other.write((tx) => moveBack(tx, other.admin, back)))).toBe('not_found');
  const both = await Promise.allSettled([
    w.write((tx) => moveBack(tx, w.admin, back)),
    w.write((tx) => moveBack(tx, w.admin, back)),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await w.openAt(OPEN)).toEqual({ B: 8_000 });
});

test('a recovery is undone by writing off again what was recovered, for the same reason', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const a = await w.invoice(10_000, '2026-03-01', { number: 'A' });
  const posted = await w.write((tx) =>
    writeOff(tx, w.admin, { id: a.documentId, on: day('2026-03-10'), reason: 'Gone', source: 'staff' }),
  );
  const undo = { documentId: posted.documentId, amountMinor: toMinor(4_000), on: day('2026-03-12') };
  expect(await refusalOf(w.write((tx) => undoRecovery(tx, w.admin, undo)))).toBe('already_undone');
  await w.write((tx) => recoverWriteOff(tx, w.admin, { ...undo, on: day('2026-03-11'), source: 'staff' }));
  expect(await w.openAt(OPEN)).toEqual({ A: 4_000 });
  expect(await refusalOf(other.write((tx) => undoRecovery(tx, other.admin, undo)))).toBe('not_found');
  const again = await w.write((tx) => undoRecovery(tx, w.admin, undo));
  expect(await w.openAt(OPEN)).toEqual({});
  expect(await w.read((tx) => documentById(tx, again.documentId, AS_POSTED))).toMatchObject({
    reason: 'Gone',
  });
  expect(await refusalOf(w.write((tx) => undoRecovery(tx, w.admin, undo)))).not.toBe('');
});

test('somebody is a customer since its first document, or since it was added when that was before', async () => {
  const w = await createWorld();
  const since = (addedOn: string) => w.read((tx) => customerSince(tx, w.customerId, day(addedOn)));
  expect(await since('2026-03-01')).toBe('2026-03-01');
  await w.invoice(100, '2026-02-20', { on: '2026-02-01' });
  expect(await since('2026-03-01')).toBe('2026-02-01');
  expect(await since('2026-01-01')).toBe('2026-01-01');
});
