import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnServer, startOwnServer } from './own-server';
import { INVOICES, type Payers, startPayers } from './payers';
import { type Proxy, startProxy } from './proxy';

const CLIENTS = 32;
const SEATS = 16;
/** Milliseconds that stand for never, on any machine. How long it takes is printed; the promise of 5 seconds is measured. */
const NEVER = 30_000;

let server: OwnServer;
let proxy: Proxy;
let payers: Payers;
beforeAll(async () => {
  server = await startOwnServer();
  proxy = await startProxy(() => server.port);
  await server.ask((ask) =>
    ask.unsafe(`create table invoices (id int primary key, paid bigint not null default 0);
      create table payments (id bigserial primary key, invoice int not null references invoices,
        amount bigint not null, key uuid not null);
      create table requests (key uuid primary key, print text not null, answer jsonb);
      create table outbox (id bigserial primary key, payment bigint not null);
      insert into invoices select generate_series(1, ${INVOICES})`),
  );
  payers = startPayers({ clients: CLIENTS, seats: SEATS, url: server.url(proxy.port) });
  while (payers.acknowledged.size < CLIENTS && !payers.hasDied) await pause(50);
});
afterAll(async () => {
  payers.kill();
  await proxy.close();
  await server.stop();
});

test.each([1, 2, 3])('a restart of the database (%i of 3)', async (round) => {
  expect(await faultsAfter(`restart ${round}`, () => server.restart())).toEqual([]);
});

test('100 terminated backends', async () => {
  const faults = await faultsAfter('100 terminated backends', () =>
    server.ask(async (ask) => {
      for (let terminated = 0; terminated < 100; await pause(25)) {
        const rows = await ask`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'dueline' order by random() limit 1`;
        terminated += rows.length;
      }
    }),
  );
  expect(faults).toEqual([]);
});

test('100 cut connections', async () => {
  const before = proxy.cuts;
  expect(await faultsAfter('100 cut connections', () => proxy.cutAtRandom(100))).toEqual([]);
  expect(proxy.cuts - before).toBe(100);
});

test('a database that stands still for 5 seconds', async () => {
  const faults = await faultsAfter('freeze of 5 s', async () => {
    const goOn = await server.freeze();
    await pause(5_000);
    goOn();
  });
  expect(faults).toEqual([]);
});

test('a network that swallows everything for 5 seconds', async () => {
  const faults = await faultsAfter('black hole of 5 s', async () => {
    const heal = proxy.swallow();
    await pause(5_000);
    heal();
  });
  expect(faults).toEqual([]);
});

test('nothing was lost, nothing doubled, nothing halved', async () => {
  await expect.poll(connections).toBeLessThanOrEqual(SEATS);
  expect(await payers.stop()).toBe(0);
  await expect.poll(connections).toBe(0);
  const recorded = await server.ask(
    (ask) => ask<{ key: string; n: number }[]>`
    select key, count(*)::int as n from payments group by key`,
  );
  const keys = new Set(recorded.map((row) => row.key));
  expect([...payers.acknowledged].filter((key) => !keys.has(key))).toEqual([]);
  expect(recorded.filter((row) => row.n !== 1)).toEqual([]);
  const [untied] = await server.ask(
    (ask) => ask`
    select (select count(*) from invoices i
        where paid <> (select coalesce(sum(amount), 0) from payments where invoice = i.id))::int as invoices,
      (select count(*) from payments full join outbox on outbox.payment = payments.id
        where payments.id is null or outbox.id is null)::int as messages,
      (select count(*) from requests full join payments using (key)
        where requests.key is null or payments.key is null or answer is null)::int as requests`,
  );
  expect(untied).toEqual({ invoices: 0, messages: 0, requests: 0 });
  console.log(
    `${payers.acknowledged.size} payments; refused meanwhile:`,
    Object.fromEntries(payers.refusals),
  );
});

/** What went wrong, if anything did, during some trouble and after it. */
async function faultsAfter(what: string, trouble: () => Promise<unknown>): Promise<string[]> {
  const calm = performance.now();
  await pause(1_000);
  const before = payers.rateSince(calm);
  payers.takeSlowest();
  await trouble();
  const { resumed, share, taken } = await recovery(before);
  const slowest = payers.takeSlowest();
  console.log(
    `${what}: ${before.toFixed()} payments a second before; the first again after ${resumed.toFixed()} ms;`,
    `${(100 * share).toFixed()} % of the rate after ${taken.toFixed()} ms; slowest answer ${slowest.toFixed()} ms`,
  );
  const faults: string[] = [];
  if (payers.hasDied) faults.push('the process has died');
  if (resumed > NEVER) faults.push('no payment was recorded any more');
  if (!(await areAllSeatsTaken())) faults.push('some seats are of no use any more');
  if (slowest > NEVER) faults.push(`an answer took ${slowest.toFixed()} ms`);
  return faults;
}

/** When payments flow again, and the best share of the earlier rate that they reach within 5 seconds of looking. */
async function recovery(before: number): Promise<{ resumed: number; share: number; taken: number }> {
  const over = performance.now();
  let resumed = Infinity;
  let share = 0;
  let taken = 0;
  while (taken < 5_000 ? share < 0.9 : resumed === Infinity && taken < NEVER) {
    const window = performance.now();
    const seen = payers.acknowledged.size;
    while (performance.now() - window < 500) {
      await pause(10);
      if (payers.acknowledged.size > seen) resumed = Math.min(resumed, performance.now() - over);
    }
    taken = performance.now() - over;
    share = Math.max(share, payers.rateSince(window) / before);
  }
  return { resumed, share, taken };
}

/** With more clients than seats, every seat that works has its connection, however slow the machine is. */
async function areAllSeatsTaken(): Promise<boolean> {
  for (const asked = performance.now(); performance.now() - asked < NEVER; await pause(50))
    if ((await connections()) === SEATS) return true;
  return false;
}

async function connections(): Promise<number> {
  const [row] = await server.ask(
    (ask) => ask<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where application_name = 'dueline'`,
  );
  return row?.n ?? 0;
}
