import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closeConnections, type Transaction, transaction } from '@/db/client';
import { DatabaseUnavailable, serverError } from '@/lib/database-unavailable';
import { Refusal } from '@/lib/refusal';
import { type OwnServer, startOwnServer } from './own-server';
import { endingOf, signal } from './settling';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer();
  process.env.APP_DATABASE_URL = server.url();
  await server.ask((ask) =>
    ask.unsafe(`create table counters (id int primary key, n int not null);
      insert into counters values (1, 0), (2, 0), (3, 0);
      create table parents (id int primary key);
      create table children (parent int references parents deferrable initially deferred)`),
  );
});
afterAll(async () => {
  await closeConnections();
  await server.stop();
});

test('a Refusal rolls back and keeps the connection', async () => {
  const before = await backend();
  const refused = transaction(async (tx) => {
    await add(tx, 1);
    throw new Refusal('over_allocation', 'That is more than is open.');
  });
  await expect(refused).rejects.toThrow('That is more than is open.');
  expect(await counter(1)).toBe(0);
  expect(await backend()).toBe(before);
});

test('a unique violation comes back as it is and keeps the connection', async () => {
  const before = await backend();
  const twice = transaction((tx) => tx.execute(sql`insert into counters values (1, 0)`));
  const ending = await endingOf(twice);
  expect(serverError(ending)?.code).toBe('23505');
  expect(ending).not.toBeInstanceOf(DatabaseUnavailable);
  expect(await backend()).toBe(before);
});

test('a failure at COMMIT is not taken for success, and comes back as it is', async () => {
  const orphan = transaction((tx) => tx.execute(sql`insert into children values (7)`));
  expect(serverError(await endingOf(orphan))?.code).toBe('23503');
  expect(await endingOf(backend())).toBe('done');
});

test('a statement that comes after its transaction was refused reaches nobody', async () => {
  const before = await backend();
  const over = signal();
  const straggler = signal<unknown>();
  const refused = transaction(async (tx) => {
    await Promise.all([
      Promise.reject(new Refusal('invalid', 'No.')),
      over.promise.then(async () => straggler.fire(await endingOf(add(tx, 1)))),
    ]);
  });
  await expect(refused).rejects.toThrow('No.');
  const next = transaction(async (tx) => {
    over.fire();
    expect(await straggler.promise).toMatchObject({
      cause: { message: expect.stringContaining('after the end') },
    });
    return backendOf(tx);
  });
  expect(await next).toBe(before);
  expect(await counter(1)).toBe(0);
});

test('a savepoint left open by a refused transaction costs the connection, for its end may come at any time', async () => {
  const before = await backend();
  const over = signal();
  const refused = transaction(async (tx) => {
    await Promise.all([
      tx.execute(sql`select 1`).then(() => Promise.reject(new Refusal('invalid', 'No.'))),
      tx.transaction(() => over.promise),
    ]);
  });
  await expect(refused).rejects.toThrow('No.');
  over.fire();
  expect(await backend()).not.toBe(before);
});

test('settings hold for the first statement of a transaction, and end with it', async () => {
  const named = (tx: Transaction) => tx.execute(sql`select current_setting('app.org_id', true) as name`);
  expect(await transaction(named, { settings: { 'app.org_id': 'a' } })).toEqual([{ name: 'a' }]);
  expect(await transaction(named)).toEqual([{ name: '' }]);
});

test('a setting that cannot be made fails the transaction, though its work was sent with it', async () => {
  const refused = transaction((tx) => add(tx, 1), { settings: { role: 'nobody_of_this_name' } });
  expect(serverError(await endingOf(refused))?.code).toBe('22023');
  expect(
    await endingOf(transaction(() => Promise.resolve(), { settings: { role: 'nobody' } })),
  ).toMatchObject({
    code: '22023',
  });
  expect(await counter(1)).toBe(0);
});

test('a transaction that does not wait for its own statements is refused', async () => {
  const hasty = transaction(async (tx) => {
    await add(tx, 1);
    void endingOf(tx.execute(sql`insert into counters values (1, 0)`));
  });
  // COMMIT after the failure of that insert would be a ROLLBACK that nobody is told of.
  await expect(hasty).rejects.toThrow('before its statements had ended');
  expect(await counter(1)).toBe(0);
});

test('an error swallowed by the work is not taken for success', async () => {
  const careless = transaction(async (tx) => {
    await add(tx, 1);
    await endingOf(tx.execute(sql`insert into counters values (1, 0)`));
  });
  expect(serverError(await endingOf(careless))?.code).toBe('23505');
  expect(await counter(1)).toBe(0);
});

test('a savepoint may fail without its transaction', async () => {
  await transaction(async (tx) => {
    await add(tx, 3);
    const inner = tx.transaction(async (nested) => {
      await add(nested, 3);
      await nested.execute(sql`insert into counters values (1, 0)`);
    });
    expect(serverError(await endingOf(inner))?.code).toBe('23505');
  });
  expect(await counter(3)).toBe(1);
});

test('a serialization failure is tried again, never shown', async () => {
  let runs = 0;
  const increment = (tx: Transaction) => {
    runs += 1;
    return add(tx, 2);
  };
  const many = Array.from({ length: 12 }, () =>
    transaction(increment, { config: { isolationLevel: 'repeatable read' } }),
  );
  // Twelve at once on one row is more than any page makes; who fails seven times is told that it is busy.
  const endings = await Promise.all(many.map((one) => endingOf(one)));
  const done = endings.filter((ending) => ending === 'done').length;
  expect(endings.filter((ending) => ending !== 'done' && !(ending instanceof DatabaseUnavailable))).toEqual(
    [],
  );
  expect(await counter(2)).toBe(done);
  expect(done).toBeGreaterThanOrEqual(6);
  expect(runs).toBeGreaterThan(12);
});

test('a deadlock is tried again, never shown', async () => {
  let runs = 0;
  const meeting = [signal(), signal()];
  const cross = (mine: number, other: number) =>
    transaction(async (tx) => {
      runs += 1;
      await add(tx, mine);
      meeting[mine - 1]?.fire();
      await Promise.all(meeting.map((arrival) => arrival.promise));
      await add(tx, other);
    });
  const before = [Number(await counter(1)), Number(await counter(2))];
  expect(await Promise.all([endingOf(cross(1, 2)), endingOf(cross(2, 1))])).toEqual(['done', 'done']);
  expect([await counter(1), await counter(2)]).toEqual(before.map((n) => n + 2));
  expect(runs).toBe(3);
});

test('a table migrated under a running process is not shown', async () => {
  expect(await third()).toEqual([{ id: 3, n: 1 }]);
  await server.ask((ask) => ask`alter table counters add column note text`);
  expect(await third()).toEqual([{ id: 3, n: 1, note: null }]);
});

test('a statement is prepared once for a connection; a long one, whose length varies, is not', async () => {
  const prepared = (tx: Transaction) => tx.execute(sql`select statement from pg_prepared_statements`);
  const long = sql.join(
    Array.from({ length: 800 }, (_, n) => sql`(${n}::int)`),
    sql`, `,
  );
  await transaction((tx) => tx.execute(sql`select ${'short'}::text`));
  await transaction((tx) => tx.execute(sql`select count(*) from (values ${long}) as numbers`));
  const statements = (await transaction(prepared)).map((row) => String(row.statement));
  expect(statements).toContain('select $1::text');
  expect(statements.filter((statement) => statement.includes('$800'))).toEqual([]);
});

test('a connection is replaced after half an hour', async () => {
  const before = await backend();
  const now = performance.now();
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now + 31 * 60_000);
  expect(await backend()).toBe(before);
  expect(await backend()).not.toBe(before);
  clock.mockRestore();
});

test('another copy of the module, as bundles and reloads make them, uses the same connections', async () => {
  const before = await backend();
  vi.resetModules();
  const copy = await import('@/db/client');
  expect(copy.transaction).not.toBe(transaction);
  expect(await copy.transaction(backendOf)).toBe(before);
});

function third(): Promise<unknown[]> {
  return transaction(async (tx) => [...(await tx.execute(sql`select * from counters where id = ${3}`))]);
}

async function add(tx: Transaction, id: number): Promise<void> {
  await tx.execute(sql`select n from counters where id = ${id}`);
  await tx.execute(sql`update counters set n = n + 1 where id = ${id}`);
}

async function counter(id: number): Promise<unknown> {
  const [row] = await server.ask((ask) => ask`select n from counters where id = ${id}`);
  return row?.n;
}

async function backendOf(tx: Transaction): Promise<unknown> {
  const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
  return row?.pid;
}

function backend(): Promise<unknown> {
  return transaction(backendOf);
}
