import { expect, onTestFinished, test, vi } from 'vitest';
import { onActivity } from '@/db/live';
import { createWorld, owner } from '../world';

/** Counts what an organization hears, and stops when the test ends. */
function listening(orgId: string) {
  const ear = { heard: 0 };
  const stop = onActivity(orgId, () => (ear.heard += 1));
  onTestFinished(stop);
  return ear;
}

const lines = () => owner<{ pid: number }[]>`
  select pid from pg_stat_activity where application_name = 'dueline live' and query <> ''`;

test('what is recorded is heard by its organization, once a transaction, and by no other', async () => {
  const [mine, other] = [await createWorld(), await createWorld()];
  const [ear, stranger] = [listening(mine.org.id), listening(other.org.id)];
  // When the line stands everybody is told once, as something may have been missed.
  await vi.waitFor(() => expect([ear.heard, stranger.heard]).toEqual([1, 1]), 20_000);
  await mine.pay(5_000, '2026-03-01', { apply: 'none' });
  await vi.waitFor(() => expect(ear.heard).toBe(2), 20_000);
  expect(await lines()).toHaveLength(1);
  await other.invoice(100, '2026-03-01');
  await vi.waitFor(() => expect(stranger.heard).toBe(2), 20_000);
  expect(ear.heard).toBe(2);
});

test('a line that is cut is made again, and everybody is told to look', async () => {
  const w = await createWorld();
  const ear = listening(w.org.id);
  await vi.waitFor(() => expect(ear.heard).toBe(1), 20_000);
  for (const { pid } of await lines()) await owner`select pg_terminate_backend(${pid})`;
  await vi.waitFor(() => expect(ear.heard).toBe(2), 20_000);
  await w.invoice(100, '2026-03-01');
  await vi.waitFor(() => expect(ear.heard).toBe(3), 20_000);
});

test('when nobody listens any more there is no line', async () => {
  const w = await createWorld();
  const stop = onActivity(w.org.id, () => {});
  await vi.waitFor(async () => expect(await lines()).toHaveLength(1), 20_000);
  stop();
  await vi.waitFor(async () => expect(await lines()).toHaveLength(0), 20_000);
});
