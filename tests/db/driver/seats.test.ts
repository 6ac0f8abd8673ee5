import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeConnections, transaction } from '@/db/client';
import { type OwnServer, startOwnServer } from './own-server';
import { endingOf, signal } from './settling';

const SEATS = 5;

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer();
});
afterEach(async () => {
  await closeConnections();
  process.env.APP_DATABASE_URL = server.url();
  process.env.DATABASE_SEATS = String(SEATS);
});
afterAll(() => server.stop());

test('without an address it says what is missing, and only when it is used', async () => {
  delete process.env.APP_DATABASE_URL;
  await expect(transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow('APP_DATABASE_URL is missing');
});

test.each(['no address', 'postgres://a:b@c:5432/d?sslmode=prefer'])(
  'an address like %j is refused in words that do not repeat it',
  async (address) => {
    process.env.APP_DATABASE_URL = address;
    const ending = await endingOf(transaction((tx) => tx.execute(sql`select 1`)));
    expect(String(ending)).toContain('APP_DATABASE_URL');
    expect(String(ending)).not.toContain(address);
  },
);

test.each(['0', '-1', '2.5', 'many'])('DATABASE_SEATS=%s is refused', async (seats) => {
  process.env.DATABASE_SEATS = seats;
  await expect(transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow('DATABASE_SEATS');
});

test('the password is checked by SCRAM', async () => {
  const [stored] = await server.ask(
    (ask) => ask`select rolpassword from pg_authid where rolname = current_user`,
  );
  expect(stored?.rolpassword).toMatch(/^SCRAM-SHA-256\$/);
  expect(await endingOf(transaction((tx) => tx.execute(sql`select 1`)))).toBe('done');

  await closeConnections();
  const wrong = new URL(server.url());
  wrong.password = 'wrong';
  process.env.APP_DATABASE_URL = wrong.href;
  const ending = await endingOf(transaction((tx) => tx.execute(sql`select 1`)));
  expect(ending).toMatchObject({ code: '28P01' });
});

test('200 transactions at once all have their turn, over no more connections than seats', async () => {
  const backends = new Set<unknown>();
  let atOnce = 0;
  let most = 0;
  const full = signal();
  const all = Array.from({ length: 200 }, () =>
    transaction(async (tx) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      // However slowly one of the connections is made, all are in use at once before the first goes on.
      if (atOnce === SEATS) full.fire();
      await full.promise;
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid, pg_sleep(0.005)`);
      backends.add(row?.pid);
      atOnce -= 1;
    }),
  );
  const endings = await Promise.all(all.map((one) => endingOf(one)));
  expect(endings.filter((ending) => ending !== 'done')).toEqual([]);
  expect(most).toBe(SEATS);
  expect(backends.size).toBe(SEATS);
  await expect.poll(connections).toBe(SEATS);
});

test('who waits for a seat past the deadline is told that the database is busy, and the queue goes on', async () => {
  const free = signal();
  const holders = Array.from({ length: SEATS }, () => transaction(() => free.promise));
  const impatient = transaction((tx) => tx.execute(sql`select 1`), { within: 200 });
  const patient = transaction((tx) => tx.execute(sql`select 1`));
  expect(await endingOf(impatient)).toMatchObject({ reason: 'busy', maybeSaved: false });
  free.fire();
  expect(await endingOf(patient)).toBe('done');
  expect(await Promise.all(holders.map((holder) => endingOf(holder)))).toEqual(holders.map(() => 'done'));
});

test('a server that takes no more connections is busy', async () => {
  await server.ask((ask) => ask.unsafe("create role guest login password 'guest' connection limit 0"));
  const guest = new URL(server.url());
  guest.username = guest.password = 'guest';
  process.env.APP_DATABASE_URL = guest.href;
  const ending = await endingOf(transaction((tx) => tx.execute(sql`select 1`)));
  expect(ending).toMatchObject({ reason: 'busy', maybeSaved: false });
});

test('closing lets a transaction under way end, and leaves no connection', async () => {
  const halfway = signal();
  const running = transaction(async (tx) => {
    halfway.fire();
    await tx.execute(sql`select pg_sleep(0.2)`);
  });
  await halfway.promise;
  await closeConnections();
  expect(await endingOf(running, 0)).toBe('done');
  await expect.poll(connections).toBe(0);
});

async function connections(): Promise<unknown> {
  const [row] = await server.ask(
    (ask) => ask`select count(*)::int as n from pg_stat_activity where application_name = 'dueline'`,
  );
  return row?.n;
}
