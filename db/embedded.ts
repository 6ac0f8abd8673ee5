import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { z } from 'zod';
import { type Binaries, embeddedBinaries, succeeds } from './embedded-binaries';
import { answers, freePort } from './embedded-process';
import {
  type Cluster,
  createCluster,
  launch,
  resetPassword,
  runningServer,
  stopServer,
} from './embedded-server';

/** A PostgreSQL server that is up and has the database `dueline`. */
export interface Embedded {
  /** Signs in as the owner, a superuser who is above row-level security: never for the application itself. */
  readonly ownerUrl: string;
  readonly pid: number;
  /** True when the server was already running, left by a process that was killed or still in somebody's use. */
  readonly reused: boolean;
  /** Stops it cleanly, whoever started it, and returns when it has ended. Harmless when repeated. */
  stop(): Promise<void>;
}

const NAME = 'dueline';

const Settings = z.object({ port: z.number().int().min(1).max(65535), password: z.string().min(1) });
type Settings = z.infer<typeof Settings>;

/**
 * Starts the bundled PostgreSQL, or finds it running. Data live in `<dir>/pg` and stay between runs; its port and
 * password are in `<dir>/pg.json`, readable by its owner only. It listens on 127.0.0.1 and nowhere else, and lives
 * on when this process is killed: the next call recovers or reuses it.
 * @throws Error with one sentence for people, such as a full disk or a folder that may not be written.
 */
export async function startEmbedded(options: {
  dir: string;
  log: (line: string) => void;
}): Promise<Embedded> {
  const dir = path.resolve(options.dir);
  try {
    const binaries = embeddedBinaries();
    makeFolder(dir, binaries);
    return await start({ dir, data: path.join(dir, 'pg'), binaries, log: options.log });
  } catch (error) {
    throw inWords(error, dir);
  }
}

async function start(cluster: Cluster): Promise<Embedded> {
  let settings = readSettings(cluster);
  if (!hasData(cluster)) {
    cluster.log('Creating the database …');
    settings = { port: await freePort(), password: newPassword() };
    await createCluster(cluster, { user: NAME, password: settings.password });
    writeSettings(cluster, settings);
  }
  let server = await runningServer(cluster);
  if (!settings) {
    cluster.log('pg.json is missing or damaged: setting a new password for the database.');
    if (server) await stopServer(cluster, server.pid);
    server = null;
    settings = { port: await freePort(), password: newPassword() };
    resetPassword(cluster, { user: NAME, password: settings.password });
    writeSettings(cluster, settings);
  }
  const reused = server !== null;
  server ??= await launchOnFreePort(cluster, settings.port);
  if (server.port !== settings.port) {
    settings = { ...settings, port: server.port };
    writeSettings(cluster, settings);
  }
  const { pid } = server;
  try {
    await ensureDatabase(urlOf(settings, 'postgres'));
  } catch (error) {
    if (!reused) await stopServer(cluster, pid);
    throw error;
  }
  return { ownerUrl: urlOf(settings, NAME), pid, reused, stop: () => stopServer(cluster, pid) };
}

/** Keeps the port of the last run when it can, so that addresses noted elsewhere stay true. */
async function launchOnFreePort(cluster: Cluster, wanted: number): Promise<{ pid: number; port: number }> {
  let port = (await answers(wanted)) ? await freePort() : wanted;
  for (let attempt = 1; ; attempt++) {
    const result = await launch(cluster, port);
    if (result !== 'port taken') return { pid: result.pid, port };
    if (attempt === 3) throw new Error('PostgreSQL found no free port on 127.0.0.1.');
    port = await freePort();
  }
}

function makeFolder(dir: string, { owner, prefix }: Binaries): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!owner) return;
  // The other user must pass through it to the data below, and still cannot list or read it.
  fs.chmodSync(dir, 0o711);
  if (!succeeds([...prefix, 'test', '-x', dir]))
    throw new Error(
      `Started as root, PostgreSQL runs as user ${owner.uid}, who may not enter ${dir}: ` +
        'move the project out of the private folder, start as another user, or set DATABASE_URL.',
    );
}

function hasData({ data }: Cluster): boolean {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return true;
  if (!fs.existsSync(data) || fs.readdirSync(data).length === 0) return false;
  throw new Error(
    `${data} is not a complete PostgreSQL data folder: restore it, or move it away to start anew.`,
  );
}

function settingsFile({ dir }: Cluster): string {
  return path.join(dir, 'pg.json');
}

function readSettings(cluster: Cluster): Settings | null {
  const file = settingsFile(cluster);
  if (!fs.existsSync(file)) return null;
  const text = fs.readFileSync(file, 'utf8');
  try {
    return Settings.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Renamed into place, so that a full disk or a power cut never leaves half a password. */
function writeSettings(cluster: Cluster, settings: Settings): void {
  const file = settingsFile(cluster);
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(settings), { mode: 0o600, flush: true });
  fs.renameSync(draft, file);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function urlOf({ port, password }: Settings, database: string): string {
  return `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice() {} });
  try {
    const found = await sql`select from pg_database where datname = ${NAME}`;
    if (found.length === 0) await sql`create database ${sql(NAME)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function inWords(error: unknown, dir: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100')
    return new Error(`The disk that holds ${dir} is full: free some space and start again.`, {
      cause: error,
    });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Error(`This user may not read or write ${dir}: give it the folder, or start as its owner.`, {
      cause: error,
    });
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new Error(`${dir} must be a folder, and pg in it too: move away the file that is in the way.`, {
      cause: error,
    });
  if (code === '28P01')
    return new Error(
      `${path.join(dir, 'pg.json')} is not of this database: delete it to set a new password.`,
      {
        cause: error,
      },
    );
  return error instanceof Error ? error : new Error(String(error));
}
