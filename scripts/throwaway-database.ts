import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@/db/embedded';
import { isPostgres, isProcess, readPidFile, signal } from '@/db/embedded-process';
import { readyDatabase } from './ready-database';
import { ROOT } from './root';

/** A database of its own for one run of tests, migrated and empty. */
export interface ThrowawayDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Stops the server and deletes the data. */
  remove(): Promise<void>;
}

const CACHE = path.join(ROOT, '.cache');

/** Starts one below .cache/, and clears away those of runs that were killed. `name` tells runs of a kind apart. */
export async function throwawayDatabase(name: string): Promise<ThrowawayDatabase> {
  fs.mkdirSync(CACHE, { recursive: true });
  removeLeftovers(name);
  const dir = path.join(CACHE, `${name}-${process.pid}`);
  const server = await startEmbedded({ dir, log() {} });
  const abandon = () => destroy(dir);
  onSuddenEnd(abandon);
  const remove = async () => {
    process.off('exit', abandon);
    await server.stop();
    destroy(dir);
  };
  try {
    return { ownerUrl: server.ownerUrl, appUrl: await readyDatabase(server.ownerUrl), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function removeLeftovers(name: string): void {
  for (const folder of fs.readdirSync(CACHE)) {
    const owner = new RegExp(`^${name}-(\\d+)$`).exec(folder)?.[1];
    if (owner === undefined || isProcess(Number(owner))) continue;
    destroy(path.join(CACHE, folder));
  }
}

/** Ends the server of a folder, if it runs, without caring for the data, and deletes them. */
function destroy(dir: string): void {
  const pid = readPidFile(path.join(dir, 'pg'))?.pid ?? 0;
  if (isPostgres(pid)) signal(pid, 'SIGQUIT');
  // Also called where nothing can be awaited, and what still ends still writes.
  for (let tries = 0; isPostgres(pid) && tries < 50; tries++)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  fs.rmSync(dir, { recursive: true, force: true });
}

/** Test runners that are told to end often do so without tearing down what was set up. */
function onSuddenEnd(act: () => void): void {
  process.on('exit', act);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      // A runner that listens itself tears down in its own time.
      if (process.listenerCount(name) === 1) process.exit(128 + constants.signals[name]);
    });
}
