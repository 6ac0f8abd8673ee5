import { execFileSync, spawnSync } from 'node:child_process';
import { chown, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeConnections, transaction } from '@/db/client';
import { type OwnServer, startOwnServer } from './own-server';
import { type Proxy, startProxy } from './proxy';
import { type Ending, endingOf, isOrderly, uncaughtErrors } from './settling';

const OPENSSL = 'openssl';
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0;

describe.skipIf(!hasOpenssl)('TLS', () => {
  let server: OwnServer;
  let proxy: Proxy;
  let authorities: string;
  beforeAll(async () => {
    server = await startOwnServer();
    proxy = await startProxy(() => server.port);
    authorities = await mkdtemp(path.join(tmpdir(), 'dueline-tls-'));
  });
  afterAll(async () => {
    await proxy.close();
    await server.stop();
    await rm(authorities, { recursive: true, force: true });
  });
  beforeEach(() => {
    delete process.env.DATABASE_CA;
    process.env.APP_DATABASE_URL = `${server.url(proxy.port)}?sslmode=require`;
  });
  afterEach(closeConnections);

  test('a server without it is refused when it was asked for', async () => {
    expect(await ending()).toMatchObject({
      reason: 'unreachable',
      cause: { message: 'The database does not offer TLS.' },
    });
  });

  test('a server that DATABASE_CA vouches for is spoken to in secret', async () => {
    process.env.DATABASE_CA = await certify('DNS:localhost,IP:127.0.0.1');
    const [row] = await transaction((tx) =>
      tx.execute(sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`),
    );
    expect(row).toEqual({ ssl: true });
  });

  test('DATABASE_CA asks for it without any sslmode', async () => {
    process.env.DATABASE_CA = await certify('IP:127.0.0.1');
    process.env.APP_DATABASE_URL = server.url(proxy.port);
    const [row] = await transaction((tx) =>
      tx.execute(sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`),
    );
    expect(row).toEqual({ ssl: true });
  });

  test('a server that nobody vouches for is refused', async () => {
    await certify('IP:127.0.0.1');
    expect(await ending()).toMatchObject({
      reason: 'unreachable',
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });

  test('a certificate of another authority is refused', async () => {
    process.env.DATABASE_CA = await certify('IP:127.0.0.1');
    await certify('IP:127.0.0.1');
    expect(await ending()).toMatchObject({
      reason: 'unreachable',
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
  });

  test("a certificate in another host's name is refused", async () => {
    process.env.DATABASE_CA = await certify('DNS:elsewhere.example');
    expect(await ending()).toMatchObject({
      reason: 'unreachable',
      cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
  });

  test.each(['FIN', 'RST'] as const)(
    'a connection cut by %s at any reply hangs nothing and recovers',
    async (how) => {
      process.env.DATABASE_CA = await certify('IP:127.0.0.1');
      const uncaught = uncaughtErrors();
      const endings: Ending[] = [];
      for (let reply = 1; reply <= 10; reply++) {
        for (const isCold of [true, false]) {
          if (isCold) await closeConnections();
          const before = proxy.cuts;
          proxy.cutAtReply(reply, how);
          while (proxy.cuts === before) endings.push(await ending());
          expect(await ending()).toBe('done');
        }
      }
      uncaught.stop();
      expect(endings.filter((each) => !isOrderly(each))).toEqual([]);
      expect(uncaught.list).toEqual([]);
    },
  );

  /** Gives the server a certificate of its own making; returns it, as PEM text, for who is to trust it. */
  async function certify(names: string): Promise<string> {
    const key = path.join(authorities, 'server.key');
    const certificate = path.join(authorities, 'server.crt');
    const subject = ['-subj', '/CN=database', '-addext', `subjectAltName=${names}`, '-days', '2'];
    const fresh = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    execFileSync(OPENSSL, [...fresh, '-keyout', key, '-out', certificate, ...subject], { stdio: 'ignore' });
    const owner = await stat(server.data);
    const settings = { ssl_key_file: key, ssl_cert_file: certificate };
    for (const file of [authorities, ...Object.values(settings)]) await chown(file, owner.uid, owner.gid);
    await server.ask(async (ask) => {
      for (const [name, file] of Object.entries(settings))
        await ask.unsafe(`alter system set ${name} = '${file}'`);
      await ask`alter system set ssl = on`;
    });
    await server.restart();
    return readFile(certificate, 'utf8');
  }
});

function ending(): Promise<Ending> {
  return endingOf(transaction((tx) => tx.execute(sql`select 1`)));
}
