import { expect, test } from 'vitest';
import { disconnectBooks, readAgain } from '@/db/commands/connect-books';
import { endSync } from '@/db/commands/sync/end-sync';
import { beginSync } from '@/db/commands/sync/sync-progress';
import { agreementOf } from '@/db/queries/agreement';
import { liveConnection } from '@/db/queries/connection';
import { uuid7 } from '@/lib/uuid';
import { smallBooks } from '../../sync-books';
import { owner, refusalOf } from '../../world';
import { followingWorld } from './syncing';

test('one connection at a time; the same one again books nothing twice, and after it ended nothing is read', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const before = await w.ledger();
  await w.write((tx) => readAgain(tx, w.admin));
  await w.run();
  const { connectionId } = w;
  await w.write((tx) => disconnectBooks(tx, w.admin, { connectionId }));
  expect(await refusalOf(w.write((tx) => disconnectBooks(tx, w.admin, { connectionId })))).toBe('not_found');
  expect(await refusalOf(w.write((tx) => readAgain(tx, w.admin)))).toBe('not_found');
  expect(await w.run()).toEqual({});
  expect((await w.connect()).connectionId).toBe(connectionId);
  await w.run();
  expect(await w.ledger()).toEqual(before);
});

test('everything is read again by the next run when somebody asks for it while one is under way', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const connection = await w.read(liveConnection);
  if (!connection) throw new Error('nothing is connected');
  const run = await w.write((tx) => beginSync(tx, connection, { id: uuid7(), slot: 0 }));
  expect(run.kind).toBe('changes');
  await w.write((tx) => readAgain(tx, w.admin));
  await w.write((tx) => endSync(tx, w.admin, { connection, runId: run.id }));
  expect((await w.read(liveConnection))?.cursors).toEqual({});
});

test('where no worker ran at six, the next run reads everything, whichever it is, and the one after it what changed', async () => {
  const w = await followingWorld(smallBooks());
  const kinds = async () =>
    (await owner`select kind from sync_runs where org_id = ${w.org.id} order by started_at`).map(
      ({ kind }) => kind,
    );
  await w.run();
  await w.run(10);
  expect(await kinds()).toEqual(['full', 'changes']);
  await owner`update sync_runs set ended_at = ended_at - interval '25 hours', started_at = started_at - interval '25 hours' where org_id = ${w.org.id}`;
  w.put('payment', '203', null);
  await w.run(10);
  await w.run(14);
  expect(await kinds()).toEqual(['full', 'changes', 'full', 'changes']);
});

test('a run that is under way when its books are disconnected books nothing more, and blames no others', async () => {
  const w = await followingWorld(smallBooks());
  const id = uuid7();
  // The run waits some seconds with what it has read before it goes on.
  w.sandbox.order('throttled', 3, 'payment');
  const running = Promise.allSettled([w.run(0, id)]);
  await expect.poll(() => w.sandbox.requests.some((request) => request.includes('/payment'))).toBe(true);
  await w.write((tx) => disconnectBooks(tx, w.admin, { connectionId: w.connectionId }));
  await w.connect('other books');
  expect(await running).toMatchObject([{ status: 'rejected', reason: { kind: 'refused' } }]);
  expect(await w.ledger()).toMatchObject({ documents: 0, allocations: 0 });
  expect((await w.read(liveConnection))?.problem).toBeNull();
  const [run] = await owner`select log::text as log from sync_runs where id = ${id}`;
  expect(run?.log).toContain('follow no more');
});

test('what was read of other books says nothing of those that are followed now, nor is it gone on with', async () => {
  const w = await followingWorld(smallBooks());
  const id = uuid7();
  await w.run(0, id);
  await owner`insert into job_runs (id, org_id, job, state, ended_at) values (${id}, ${w.org.id}, 'sync', 'done', now())`;
  expect(await w.read((tx) => agreementOf(tx, 'USD'))).toMatchObject({ differenceMinor: 0 });
  await w.write((tx) => disconnectBooks(tx, w.admin, { connectionId: w.connectionId }));
  const states = () =>
    owner`select state from job_runs where org_id = ${w.org.id} and id <> ${id} order by created_at`;
  expect(await states()).toEqual([{ state: 'dead' }]);
  await w.connect('other books');
  expect(await states()).toEqual([{ state: 'dead' }, { state: 'queued' }]);
  expect(await w.read((tx) => agreementOf(tx, 'USD'))).toBeNull();
  await expect(w.run(0, id)).rejects.toMatchObject({ kind: 'refused' });
});
