import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeConnections, transaction } from '@/db/client';
import { afterlife, createNotes, notesOf } from './dead-statement';
import { type OwnServer, startOwnServer } from './own-server';
import { type Proxy, startProxy } from './proxy';
import { endingOf, signal, uncaughtErrors } from './settling';

let server: OwnServer;
let proxy: Proxy;
const uncaught = uncaughtErrors();
beforeAll(async () => {
  server = await startOwnServer();
  proxy = await startProxy(() => server.port);
  process.env.APP_DATABASE_URL = server.url(proxy.port);
  await createNotes(server.ask);
});
afterAll(async () => {
  await closeConnections();
  await proxy.close();
  await server.stop();
});
test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
  'a statement of a dead transaction is never committed, alone or with another (trial %i)',
  async (trial) => {
    const { dead, others, committed } = await afterlife(transaction, server.ask, `dead ${trial}`);
    expect(dead).toMatchObject({ reason: 'lost', maybeSaved: false });
    expect(others.filter((other) => other !== 'done')).toEqual([]);
    expect(committed).toBe(0);
  },
);

test('a statement longer than its transaction may last is refused in time, and nothing is committed', async () => {
  const began = performance.now();
  const slow = transaction(
    async (tx) => {
      await tx.execute(sql`insert into notes (who, what) values ('slow', 'x')`);
      await tx.execute(sql`select pg_sleep(60)`);
    },
    { within: 2_000 },
  );
  expect(await endingOf(slow)).toMatchObject({ reason: 'late', maybeSaved: false });
  expect(performance.now() - began).toBeLessThan(30_000);
  // The server ends the statement before it notices that nobody waits for it.
  await expect.poll(sleepers).toBe(0);
  expect(await notesOf(server.ask, 'slow')).toBe(0);
});

test('work that never ends is given up in time, and cannot write afterwards', async () => {
  const woken = signal();
  const written = signal<unknown>();
  const stuck = transaction(
    async (tx) => {
      await tx.execute(sql`insert into notes (who, what) values ('stuck', 'early')`);
      await woken.promise;
      const late = endingOf(tx.execute(sql`insert into notes (who, what) values ('stuck', 'late')`));
      written.fire(await late);
    },
    { within: 2_000 },
  );
  expect(await endingOf(stuck)).toMatchObject({ reason: 'late', maybeSaved: false });
  woken.fire();
  expect(await written.promise).toBeInstanceOf(Error);
  expect(await notesOf(server.ask, 'stuck')).toBe(0);
});

test('a frozen network: refused in time, and nothing is committed when it thaws', async () => {
  const frozen = signal<() => void>();
  const caught = transaction(
    async (tx) => {
      await tx.execute(sql`insert into notes (who, what) values ('frozen', 'early')`);
      frozen.fire(proxy.freeze());
      await tx.execute(sql`insert into notes (who, what) values ('frozen', 'late')`);
    },
    { within: 2_000 },
  );
  expect(await endingOf(caught)).toMatchObject({ reason: 'late', maybeSaved: false });
  const thaw = await frozen.promise;
  thaw();
  await pause(300); // for what was on its way
  expect(await notesOf(server.ask, 'frozen')).toBe(0);
  expect(await endingOf(transaction((tx) => tx.execute(sql`select 1`)))).toBe('done');
});

test('work that never ends is given up in time even when the network says nothing', async () => {
  const frozen = signal<() => void>();
  const forever = signal();
  const stuck = transaction(
    async (tx) => {
      await tx.execute(sql`insert into notes (who, what) values ('mute', 'early')`);
      frozen.fire(proxy.freeze());
      await forever.promise;
    },
    { within: 2_000 },
  );
  const ending = await endingOf(stuck);
  const thaw = await frozen.promise;
  thaw();
  expect(ending).toMatchObject({ reason: 'late', maybeSaved: false });
  expect(await notesOf(server.ask, 'mute')).toBe(0);
});

test('idle connections are given up with a late one, for they may be as dead', async () => {
  const before = await backends();
  const thaw = proxy.freeze();
  const late = await endingOf(transaction((tx) => tx.execute(sql`select 1`), { within: 2_000 }));
  thaw();
  expect(late).toMatchObject({ reason: 'unreachable' });
  expect((await backends()).filter((pid) => before.includes(pid))).toEqual([]);
});

test('a server that says nothing is unreachable, and nobody waits for it for ever', async () => {
  await closeConnections();
  const heal = proxy.swallow();
  const ending = await endingOf(transaction((tx) => tx.execute(sql`select 1`)));
  heal();
  expect(ending).toMatchObject({ reason: 'unreachable', maybeSaved: false });
  expect(await endingOf(transaction((tx) => tx.execute(sql`select 1`)))).toBe('done');
});

test('a server that is not there is unreachable', async () => {
  await closeConnections();
  process.env.APP_DATABASE_URL = 'postgres://nobody:nothing@127.0.0.1:9/none';
  const ending = await endingOf(transaction((tx) => tx.execute(sql`select 1`)));
  process.env.APP_DATABASE_URL = server.url(proxy.port);
  await closeConnections();
  expect(ending).toMatchObject({ reason: 'unreachable', maybeSaved: false });
});

test('long work may take longer than the limits of a request', { timeout: 20_000 }, async () => {
  const limits = transaction(
    (tx) =>
      tx.execute(sql`select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle`),
    { within: 120_000 },
  );
  expect([...(await limits)]).toEqual([{ statement: '2min', idle: '2min' }]);
  const next = await transaction((tx) =>
    tx.execute(sql`select current_setting('statement_timeout') as statement`),
  );
  expect([...next]).toEqual([{ statement: '10s' }]);
});

test('and nothing was thrown past its caller', () => {
  expect(uncaught.list).toEqual([]);
  uncaught.stop();
});

/** The backends behind three transactions at once. */
function backends(): Promise<unknown[]> {
  const one = () =>
    transaction(async (tx) => {
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid, pg_sleep(0.05)`);
      return row?.pid;
    });
  return Promise.all([one(), one(), one()]);
}

async function sleepers(): Promise<unknown> {
  const [row] = await server.ask(
    (ask) =>
      ask`select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(60)' and state = 'active'`,
  );
  return row?.n;
}
