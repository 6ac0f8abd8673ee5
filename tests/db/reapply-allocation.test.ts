import { expect, test } from 'vitest';
import { reapplyAllocation } from '@/db/commands/reapply-allocation';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { createWorld, refusalOf } from '../world';

test('what was taken back is applied again, once, and both sides are as before', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-01', { number: 'A' });
  const paid = await w.pay(6_000, '2026-02-10');
  const allocationId = paid.allocationIds[0] ?? '';
  const again = () => w.write((tx) => reapplyAllocation(tx, w.admin, { allocationId }));
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId }));
  expect(await w.openAt('2026-02-10')).toEqual({ A: 10_000, 'PMT-00001': -6_000 });
  await again();
  expect(await w.openAt('2026-02-10')).toEqual({ A: 4_000 });
  expect(await refusalOf(again())).toBe('over_allocation');
});

test('an application that is not there, or is an undoing itself, is not found', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await w.invoice(10_000, '2026-02-01');
  const allocationId = (await w.pay(6_000, '2026-02-10')).allocationIds[0] ?? '';
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId }));
  expect(await refusalOf(other.write((tx) => reapplyAllocation(tx, other.admin, { allocationId })))).toBe(
    'not_found',
  );
});
