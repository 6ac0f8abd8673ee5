import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '@/db/embedded';

/** Puts a question to the database as its owner. */
export type Ask = <T>(question: (sql: postgres.Sql) => Promise<T>) => Promise<T>;

/** A PostgreSQL of a test file's own, which it may restart and freeze without hurting any other. */
export interface OwnServer {
  /** Its data folder. */
  readonly data: string;
  readonly port: number;
  /** The owner's address, by way of `port`: the server's own, or that of a proxy before it. */
  url(port?: number): string;
  /** Asks as the owner, past any proxy, over a connection kept for that. */
  readonly ask: Ask;
  restart(): Promise<void>;
  /** Stops every process of the server in its tracks until the returned function lets them go on. */
  freeze(): Promise<() => void>;
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL in a temporary folder, which `stop` removes. */
export async function startOwnServer(): Promise<OwnServer> {
  const dir = await mkdtemp(path.join(tmpdir(), 'dueline-driver-'));
  const start = () => startEmbedded({ dir, log() {} });
  let running = await start();

  function url(port?: number): string {
    const address = new URL(running.ownerUrl);
    if (port) address.port = String(port);
    return address.href;
  }

  const connectOwner = () => postgres(url(), { max: 1, fetch_types: false, onnotice() {} });
  let owner = connectOwner();

  return {
    data: path.join(dir, 'pg'),
    get port() {
      return Number(new URL(running.ownerUrl).port);
    },
    url,
    ask: (question) => question(owner),
    async restart() {
      await owner.end();
      await running.stop();
      running = await start();
      owner = connectOwner();
    },
    async freeze() {
      const rows = await owner<{ pid: number }[]>`select pid from pg_stat_activity`;
      const pids = [running.pid, ...rows.map((row) => row.pid)];
      signalAll(pids, 'SIGSTOP');
      return () => signalAll(pids, 'SIGCONT');
    },
    async stop() {
      await owner.end();
      await running.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended since it was listed, as the one that listed them has.
    }
  }
}
