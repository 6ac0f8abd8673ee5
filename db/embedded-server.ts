import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries';
import { answers, endOrphans, isPostgres, isProcess, readPidFile, signal } from './embedded-process';

/** One bundled PostgreSQL: its own folder, its data inside it, the programs that run it. */
export interface Cluster {
  readonly dir: string;
  readonly data: string;
  readonly binaries: Binaries;
  /** Takes one line for people. */
  readonly log: (line: string) => void;
}

const START_SECONDS = 120;
const LOG_BYTES = 5_000_000;

const OPTIONS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_preload_libraries: 'pg_stat_statements',
};

/**
 * Makes an empty cluster in UTF-8 with checksums, aside and then renamed, so that an interrupted start leaves none.
 * @throws Error with one sentence when initdb fails.
 */
export async function createCluster(
  cluster: Cluster,
  superuser: { user: string; password: string },
): Promise<void> {
  const { dir, data, binaries } = cluster;
  const draft = path.join(dir, 'pg.init');
  const secret = path.join(dir, '.password');
  try {
    fs.rmSync(draft, { recursive: true, force: true });
    fs.mkdirSync(draft, { mode: 0o700 });
    fs.writeFileSync(secret, superuser.password, { mode: 0o600 });
    if (binaries.owner)
      for (const file of [draft, secret]) fs.chownSync(file, binaries.owner.uid, binaries.owner.gid);
    const args = ['-D', draft, '-U', superuser.user, '--auth=scram-sha-256', `--pwfile=${secret}`];
    args.push('--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums');
    const { code, output } = await run(binaries, [binaries.initdb, ...args, '--no-instructions']);
    if (code !== 0) throw failure('initdb could not create the database', output, dir);
    fs.rmSync(data, { recursive: true, force: true });
    fs.renameSync(draft, data);
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The server that already runs on these data, once it accepts connections; null when there is none. Clears what
 * a killed server left behind, so that a new one may start.
 */
export async function runningServer({
  data,
  dir,
  log,
}: Cluster): Promise<{ pid: number; port: number } | null> {
  const file = path.join(data, 'postmaster.pid');
  if (!fs.existsSync(file)) return null;
  for (let tenths = 0; tenths < START_SECONDS * 10; tenths++) {
    const left = readPidFile(data);
    if (!left || !isPostgres(left.pid)) break;
    if (left.isReady && (await answers(left.port))) return left;
    await sleep(100);
  }
  const left = readPidFile(data);
  if (left && isPostgres(left.pid))
    throw new Error(`PostgreSQL (process ${left.pid}) owns ${data} but does not answer: see ${dir}/pg.log.`);
  log('The database was not shut down cleanly: recovering.');
  await endOrphans(data);
  // A zombie or a reused number would make PostgreSQL refuse; a file of a process that is gone it judges itself.
  if (!left || isProcess(left.pid)) fs.rmSync(file, { force: true });
  return null;
}

/**
 * Starts the server on `port` and returns when it accepts connections.
 * @throws Error with one sentence, taken from the server's own log, when it does not come up.
 */
export async function launch(cluster: Cluster, port: number): Promise<{ pid: number } | 'port taken'> {
  const { data, dir, binaries } = cluster;
  giveToOwner(cluster);
  const logFile = path.join(dir, 'pg.log');
  if (sizeOf(logFile) > LOG_BYTES) fs.renameSync(logFile, `${logFile}.1`);
  const before = sizeOf(logFile);
  const child = detached(binaries, ['-D', data, '-p', String(port), ...settings()], logFile);
  const ready = await isUp(child, data);
  if (ready && child.pid) return { pid: child.pid };
  const output = fs.readFileSync(logFile).subarray(before).toString();
  if (/address already in use/i.test(output)) return 'port taken';
  if (child.pid) child.kill('SIGQUIT');
  throw failure('PostgreSQL did not start', output, dir);
}

function settings(): string[] {
  return Object.entries(OPTIONS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** In a session of its own, so that Ctrl-C in the terminal reaches it only when its owner says so. */
function detached(binaries: Binaries, args: string[], logFile: string): ChildProcess {
  const [command, ...before] = [...binaries.prefix, binaries.postgres];
  const output = fs.openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(command, [...before, ...args], {
      stdio: ['ignore', output, output],
      detached: true,
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    });
    child.unref();
    return child;
  } finally {
    fs.closeSync(output);
  }
}

async function isUp(child: ChildProcess, data: string): Promise<boolean> {
  const ended = new AbortController();
  child.on('exit', () => ended.abort()).on('error', () => ended.abort());
  for (let waited = 0; waited < START_SECONDS * 50 && !ended.signal.aborted; waited++) {
    const file = readPidFile(data);
    if (file?.pid === child.pid && file?.isReady) return true;
    await sleep(20);
  }
  return false;
}

/**
 * Gives the superuser a new password without signing in, which takes a stopped server.
 * @throws Error with one sentence when the data cannot be opened.
 */
export function resetPassword(cluster: Cluster, superuser: { user: string; password: string }): void {
  giveToOwner(cluster);
  const { data, dir, binaries } = cluster;
  const [command, ...args] = [...binaries.prefix, binaries.postgres, '--single', '-D', data];
  const { status, stdout, stderr } = spawnSync(command, [...args, 'postgres'], {
    encoding: 'utf8',
    input: `alter role ${superuser.user} password '${superuser.password}'\n`,
  });
  if (status !== 0 || /ERROR|FATAL/.test(stderr))
    throw failure('The database password could not be set', stdout + stderr, dir);
}

/** Ends the server: open transactions are rolled back, everything committed is on disk. Returns when it is gone. */
export async function stopServer({ binaries, data }: Cluster, pid: number): Promise<void> {
  if (!isPostgres(pid)) return;
  // Windows has no signals: this asks through the server's own pipe.
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', data, '-m', 'fast']);
  else for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) if (await endsOn(name, pid)) return;
}

async function endsOn(name: NodeJS.Signals, pid: number): Promise<boolean> {
  if (!signal(pid, name)) return true;
  for (let waited = 0; waited < 500; waited++) {
    if (!isPostgres(pid)) return true;
    await sleep(20);
  }
  return false;
}

/** PostgreSQL insists on owning its data, which an earlier start under another id may have made. */
function giveToOwner({ data, binaries }: Cluster): void {
  const me = process.getuid?.();
  if (me === undefined) return;
  const current = fs.statSync(data).uid;
  const wanted = binaries.owner ?? { uid: me, gid: process.getgid?.() ?? me };
  if (current === wanted.uid) return;
  if (me !== 0)
    throw new Error(`${data} belongs to user ${current}: start as that user, or take it over with chown -R.`);
  spawnSync('chown', ['-R', `${wanted.uid}:${wanted.gid}`, data], { stdio: 'ignore' });
}

function sizeOf(file: string): number {
  return fs.existsSync(file) ? fs.statSync(file).size : 0;
}

function run(binaries: Binaries, program: string[]): Promise<{ code: number | null; output: string }> {
  const [command = '', ...args] = [...binaries.prefix, ...program];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The sentence for people that PostgreSQL's own output amounts to. */
function failure(what: string, output: string, dir: string): Error {
  if (/no space left on device|disk quota exceeded/i.test(output))
    return new Error(`The disk that holds ${dir} is full: free some space and start again.`);
  const lines = output.split('\n').map((line) => line.trim());
  const reason = lines.findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.findLast(Boolean);
  const words = reason?.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '') ?? 'it says nothing';
  return new Error(`${what} in ${dir}: ${words}`);
}
