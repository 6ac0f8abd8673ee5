import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a PostgreSQL server writes about itself into its data folder. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** True once it accepts connections, recovery included. */
  readonly isReady: boolean;
}

/** Reads postmaster.pid of a data folder; null when no server has left one, or when it is not complete yet. */
export function readPidFile(data: string): PidFile | null {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isInteger(port) ? port : 0, isReady: lines[7]?.trim() === 'ready' };
}

/** Whether `pid` is a live PostgreSQL: neither a zombie nor a number that another program has got since. */
export function isPostgres(pid: number): boolean {
  if (pid <= 0 || !isProcess(pid)) return false;
  if (process.platform === 'linux') {
    const stat = readOr(`/proc/${pid}/stat`, '');
    const end = stat.lastIndexOf(')');
    return stat.slice(0, end).includes('(postgres') && stat[end + 2] !== 'Z';
  }
  if (process.platform === 'win32') {
    const tasks = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' });
    return tasks.stdout.includes('postgres');
  }
  const line = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return line.includes('postgres') && !line.trimStart().startsWith('Z');
}

/** Whether a process with this number exists, whatever it is. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Ends what a killed server has left at work in `data`. Its backends notice only between two statements, and a
 * second server that writes beside them would destroy the data.
 * @throws Error when one of them does not end within 15 seconds.
 */
export async function endOrphans(data: string): Promise<void> {
  if (process.platform !== 'linux') {
    await sleep(1_000);
    return;
  }
  for (let tenths = 0; tenths < 150; tenths++) {
    const left = backendsIn(data);
    if (left.length === 0) return;
    // Two seconds to end by themselves, then the signal on which a backend drops everything at once.
    if (tenths === 20) for (const pid of left) signal(pid, 'SIGQUIT');
    await sleep(100);
  }
  throw new Error(`Processes of an earlier PostgreSQL still use ${data} and do not end.`);
}

/** Sends a signal; false when the process has already gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Every PostgreSQL process makes its data folder its working folder. */
function backendsIn(data: string): number[] {
  const folder = fs.realpathSync(data);
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isPostgres(pid) && workingFolder(pid) === folder);
}

function workingFolder(pid: number): string | null {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

/** Whether something accepts connections on this loopback port. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => settle(false));
    socket.on('connect', () => settle(true)).on('error', () => settle(false));
  });
}

/** A loopback port that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
