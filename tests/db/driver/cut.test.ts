import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeConnections, type Transaction, transaction } from '@/db/client';
import { DatabaseUnavailable } from '@/lib/database-unavailable';
import { type OwnServer, startOwnServer } from './own-server';
import { type Cut, type Proxy, startProxy } from './proxy';
import { endingOf, isOrderly, uncaughtErrors } from './settling';

const REPLIES = 14; // more than the replies of connecting, BEGIN, the work below and COMMIT together
const REPEATS = 4;

let server: OwnServer;
let proxy: Proxy;
beforeAll(async () => {
  server = await startOwnServer();
  proxy = await startProxy(() => server.port);
  process.env.APP_DATABASE_URL = server.url(proxy.port);
  await server.ask((ask) => ask`create table pairs (id bigserial primary key, trial int, half int)`);
});
afterAll(async () => {
  await closeConnections();
  await proxy.close();
  await server.stop();
});

async function writePair(tx: Transaction, trial: number): Promise<void> {
  await tx.execute(sql`select set_config('app.org_id', ${'a'}, true)`);
  await tx.execute(sql`insert into pairs (trial, half) values (${trial}, 1)`);
  await tx.execute(sql`select 1`);
  await tx.execute(sql`insert into pairs (trial, half) values (${trial}, 2)`);
}

/** The same, its statements sent together, as what does not wait for another's answer is. */
async function writePairAtOnce(tx: Transaction, trial: number): Promise<void> {
  await Promise.all([
    tx.execute(sql`insert into pairs (trial, half) values (${trial}, 1)`),
    tx.execute(sql`select 1`),
    tx.execute(sql`insert into pairs (trial, half) values (${trial}, 2)`),
  ]);
}

describe.each<Cut>(['FIN', 'RST'])('a connection cut by %s', (how) => {
  test.each(Array.from({ length: REPLIES }, (_, index) => index + 1))(
    'at reply %i hangs nothing, halves nothing, and the next transactions work',
    async (reply) => {
      const faults: unknown[] = [];
      for (let repeat = 1; repeat <= REPEATS; repeat++)
        faults.push(...(await faultsOfCut(reply, how, repeat)));
      expect(faults).toEqual([]);
    },
  );

  test('before COMMIT saves nothing, and says so', async () => {
    const trial = how === 'FIN' ? 1 : 2;
    const doomed = transaction(async (tx) => {
      await writePair(tx, trial);
      proxy.cutAtReply(1, how);
      await tx.execute(sql`select 1`);
    });
    expect(await endingOf(doomed)).toMatchObject({ reason: 'lost', maybeSaved: false });
    expect(await halvesOf(trial)).toBe(0);
  });

  test('at the reply to COMMIT is reported as unknown, for it is saved', async () => {
    const trial = how === 'FIN' ? 3 : 4;
    const unsure = transaction(async (tx) => {
      await writePair(tx, trial);
      proxy.cutAtReply(1, how);
    });
    expect(await endingOf(unsure)).toMatchObject({ reason: 'lost', maybeSaved: true });
    expect(await halvesOf(trial)).toBe(2);
  });

  test('while idle costs nobody anything', async () => {
    await Promise.all(Array.from({ length: 8 }, () => transaction((tx) => tx.execute(sql`select 0`))));
    await server.ask(
      (ask) => ask`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dueline'`,
    );
    expect(await endingOf(transaction((tx) => tx.execute(sql`select 0`)))).toBe('done');
  });
});

/** What went wrong, if anything did, when one connection was cut at that reply. */
async function faultsOfCut(reply: number, how: Cut, repeat: number): Promise<unknown[]> {
  const trial = reply * 100 + repeat + (how === 'FIN' ? 0 : 50);
  // Every other time the cut may also fall on the sign-in.
  if (repeat % 2 === 0) await closeConnections();
  else await transaction((tx) => tx.execute(sql`select 0`));
  const uncaught = uncaughtErrors();
  const before = proxy.cuts;
  proxy.cutAtReply(reply, how);

  const work = repeat > REPEATS / 2 ? writePairAtOnce : writePair;
  const settings = { 'app.org_id': 'a' };
  const ending = await endingOf(transaction((tx) => work(tx, trial), { settings }));
  const next = Array.from({ length: 4 }, () => endingOf(transaction((tx) => tx.execute(sql`select 9`))));
  const faults: unknown[] = [ending, ...(await Promise.all(next))].filter((each) => !isOrderly(each));
  if (proxy.cuts !== before + 1) faults.push('no cut: the trial proves nothing');

  const afterwards = await endingOf(transaction((tx) => tx.execute(sql`select 9`)));
  if (afterwards !== 'done') faults.push(afterwards);
  const halves = await halvesOf(trial);
  const possible =
    ending === 'done' ? [2] : ending instanceof DatabaseUnavailable && ending.maybeSaved ? [0, 2] : [0];
  if (!possible.includes(Number(halves))) faults.push(`${String(halves)} halves after ${String(ending)}`);
  uncaught.stop();
  return [...faults, ...uncaught.list];
}

async function halvesOf(trial: number): Promise<unknown> {
  const [row] = await server.ask((ask) => ask`select count(*)::int as n from pairs where trial = ${trial}`);
  return row?.n;
}
