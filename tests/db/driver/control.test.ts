import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNotes } from './dead-statement';
import { type OwnServer, startOwnServer } from './own-server';
import { type Cut, type Proxy, startProxy } from './proxy';
import { endingOf } from './settling';

// The trials of this folder prove something only if they hurt who is not prepared.

let server: OwnServer;
let proxy: Proxy;
beforeAll(async () => {
  server = await startOwnServer();
  proxy = await startProxy(() => server.port);
  await createNotes(server.ask);
});
afterAll(async () => {
  await proxy.close();
  await server.stop();
});

describe('the proxy', () => {
  test.each<[Cut, string]>([
    ['FIN', 'CONNECTION_CLOSED'],
    ['RST', 'ECONNRESET'],
  ])('cuts by %s, at the reply that was asked for', async (how, code) => {
    const sql = postgres(server.url(proxy.port), { max: 1, fetch_types: false, onnotice() {} });
    await sql`select 0`;
    proxy.cutAtReply(3, how);
    const endings = [];
    for (let n = 1; n <= 3; n++) endings.push(await endingOf(sql.unsafe(`select ${n}`)));
    expect(endings).toMatchObject(['done', 'done', { code }]);
    await sql.end({ timeout: 0 });
  });

  test('freezes and swallows', async () => {
    const sql = postgres(server.url(proxy.port), { max: 1, fetch_types: false, onnotice() {} });
    await sql`select 0`;
    const thaw = proxy.freeze();
    const frozen = endingOf(sql`select 1`);
    expect(await Promise.race([frozen, endingOf(new Promise(() => {}), 200)])).toBe('hung');
    thaw();
    expect(await frozen).toBe('done');
    const heal = proxy.swallow();
    expect(await endingOf(sql`select 2`, 200)).toBe('hung');
    heal();
    expect(await endingOf(sql`select 3`, 200)).toBe('hung');
    await sql.end({ timeout: 0 });
  });
});

test('the plain driver commits statements of dead transactions', async () => {
  const child = fork(fileURLToPath(new URL('./stock.ts', import.meta.url)), {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: { ...process.env, OWNER_URL: server.url(), PROXY_URL: server.url(proxy.port) },
  });
  let committed = 0;
  child.on('message', (rows: number) => (committed += rows));
  await new Promise((resolve) => child.on('exit', resolve));
  // When this fails, postgres.js has been mended, and db/client.ts may become simpler.
  expect(committed).toBeGreaterThan(0);
});
