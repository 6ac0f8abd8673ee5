import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded } from '@/db/embedded';
import { isPostgres, isProcess } from '@/db/embedded-process';
import { withoutPassword } from './database-address';
import { DATA } from './settings';

/** The database that a run works with. */
export interface OpenDatabase {
  readonly ownerUrl: string;
  /** Settles with a sentence when the bundled server was lost and could not be started again; never for others. */
  readonly lost: Promise<string>;
  /** Stops the bundled server; leaves any other alone. */
  close(): Promise<void>;
}

/**
 * Opens the database of DATABASE_URL, which must answer already, or the bundled one in .data/ when that is null.
 * @throws Error with one sentence when it cannot be used.
 */
export async function openDatabase(url: string | null, log: (line: string) => void): Promise<OpenDatabase> {
  if (url === null) return openBundled(log);
  log(`Using the PostgreSQL server of DATABASE_URL: ${withoutPassword(url)}.`);
  return { ownerUrl: url, lost: new Promise(() => {}), close: () => Promise.resolve() };
}

async function openBundled(log: (line: string) => void): Promise<OpenDatabase> {
  const leave = holdFolder(DATA);
  try {
    let server = await startEmbedded({ dir: DATA, log });
    const { ownerUrl } = server;
    log(`Using the bundled PostgreSQL in .data (${withoutPassword(ownerUrl)}).`);
    const closing = new AbortController();
    const revive = async () => {
      if (isPostgres(server.pid)) return;
      log('PostgreSQL ended unexpectedly; starting it again.');
      server = await startEmbedded({ dir: DATA, log });
      if (server.ownerUrl !== ownerUrl) throw new Error('PostgreSQL had to move to another port.');
    };
    const watch = everyTwoSeconds(revive, closing.signal);
    const close = async () => {
      closing.abort();
      await watch.catch(() => {});
      await server.stop();
      leave();
    };
    return { ownerUrl, lost: reasonOf(watch), close };
  } catch (error) {
    leave();
    throw error;
  }
}

async function everyTwoSeconds(act: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(2_000, undefined, { signal }).catch(() => {});
    if (!signal.aborted) await act();
  }
}

/** Why something failed, in words; never settles when it does not. */
function reasonOf(work: Promise<void>): Promise<string> {
  return new Promise((resolve) => {
    work.catch((error: unknown) => resolve(error instanceof Error ? error.message : String(error)));
  });
}

/** Two runs on one folder would stop the database under each other. */
function holdFolder(dir: string): () => void {
  const file = path.join(dir, 'serve.pid');
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const other = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (other > 0 && other !== process.pid && isDueline(other))
    throw new Error(
      `Dueline already runs from this folder (process ${other}): stop it first, or set DATABASE_URL.`,
    );
  fs.writeFileSync(file, String(process.pid), { mode: 0o600 });
  return () => fs.rmSync(file, { force: true });
}

/** Whether the process is this program, as far as the system tells: numbers are used again. */
function isDueline(pid: number): boolean {
  if (!isProcess(pid)) return false;
  const file = `/proc/${pid}/cmdline`;
  return !fs.existsSync(file) || fs.readFileSync(file, 'utf8').includes('serve.ts');
}
