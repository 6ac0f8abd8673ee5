// The supervisor: database, web server and job worker, started in this order and stopped in the reverse one.
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, startApp } from './app-processes';
import { buildWhenStale } from './build';
import { assertReachable } from './database-address';
import { openDatabase } from './open-database';
import { readyDatabase } from './ready-database';
import { adviceOn, assertPortFree, authSecret, inWords, readSettings } from './settings';

const PATIENCE_MS = 10_000;

const stopping = new AbortController();
/** What was started, to be ended from the last to the first. */
const started: (() => Promise<void>)[] = [];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
// Whoever started this was killed.
process.on('disconnect', () => end(0));
process.channel?.unref();

const startup = start();
try {
  const { app, address } = await startup;
  await app.healthy();
  if (!stopping.signal.aborted) say(`Dueline is ready: ${address}   (Ctrl-C stops it)`);
} catch (error) {
  end(1, `Dueline cannot start. ${inWords(error)}`);
}

async function start(): Promise<{ app: App; address: string }> {
  const isDev = isDevelopment(process.argv.slice(2));
  const settings = readSettings();
  await assertPortFree(settings);
  const advice = adviceOn(settings);
  if (advice) say(advice);
  // Before the build, which takes longer than finding out.
  if (settings.databaseUrl) await assertReachable(settings.databaseUrl);
  const secret = authSecret();
  if (!isDev) await buildWhenStale(say, stopping.signal);
  stopping.signal.throwIfAborted();

  const database = await openDatabase(settings.databaseUrl, say);
  started.push(() => database.close());
  stopping.signal.throwIfAborted();
  const appDatabaseUrl = await readyDatabase(database.ownerUrl);
  stopping.signal.throwIfAborted();

  const app = startApp({
    ...settings,
    isDev,
    appDatabaseUrl,
    authSecret: secret,
    output: 'inherit',
    log: say,
  });
  started.push(() => app.stop());
  void app.webEnded.then((how) => end(1, `The web server ${how}.`));
  void database.lost.then((why) => end(1, `The database was lost. ${why}`));
  return { app, address: settings.publicUrl };
}

function isDevelopment(args: string[]): boolean {
  const unknown = args.find((arg) => arg !== '--dev');
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}; the only one is --dev.`);
  return args.includes('--dev');
}

/** Ends everything once, in order, and then this process. */
function end(code: number, reason?: string): void {
  if (stopping.signal.aborted) return;
  stopping.abort();
  if (reason) process.stderr.write(`${reason}\n`);
  else say('Stopping …');
  void closeAll().then((closed) => process.exit(closed ? code : 1));
}

async function closeAll(): Promise<boolean> {
  try {
    // What is being started now is to be closed as well.
    await Promise.race([startup.catch(() => {}), sleep(PATIENCE_MS)]);
    for (const close of started.toReversed()) await close();
    return true;
  } catch (error) {
    process.stderr.write(`Stopping failed. ${inWords(error)}\n`);
    return false;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
