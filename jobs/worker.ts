// Runs jobs until it is told to stop. Signs in as the application's role, like the web server.
import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { JOB_NAMES } from '@/lib/jobs';
import { describeError, log } from '@/lib/log';
import { queueConnection } from './connection';
import { sendMails } from './mails';
import { makeReports } from './reports';
import { workRuns } from './runs';
import { runSchedules } from './schedule';
import { sendWebhooks } from './webhooks';

/** How long a job under way may still take once the worker is to stop. */
const PATIENCE_MS = 8_000;

const boss = new PgBoss({
  ...queueConnection(process.env.APP_DATABASE_URL ?? ''),
  application_name: 'dueline worker',
  max: 4,
  connectionTimeoutMillis: 5_000,
  // Tables and indexes are the owner's business: see scripts/install-queues.ts.
  migrate: false,
  reindex: false,
});

// It reconnects by itself; what fails meanwhile is tried again every other second, and logged once a minute.
let silentUntil = 0;
boss.on('error', (error) => {
  if (Date.now() < silentUntil) return;
  silentUntil = Date.now() + 60_000;
  // Errors of polling come as copies that are no Error any more, but keep the code.
  log('error', 'queue_error', {
    code: 'code' in error ? error.code : undefined,
    error: describeError(error),
  });
});
boss.on('warning', ({ message }) => log('warn', 'queue_warning', { message }));

let isStopping = false;
let sending: Promise<unknown> = Promise.resolve();
const loops = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

try {
  if (!process.env.APP_DATABASE_URL) throw new Error('APP_DATABASE_URL is missing.');
  await boss.start();
  await runSchedules(boss);
  void makeReports(loops.signal);
  // Reading other books takes minutes: nothing else waits for it.
  void workRuns(['sync'], loops.signal);
  void workRuns(
    JOB_NAMES.filter((job) => job !== 'sync'),
    loops.signal,
  );
  sending = Promise.all([sendMails(loops.signal), sendWebhooks(loops.signal)]);
  log('info', 'worker_started', { pid: process.pid });
} catch (error) {
  if (!isStopping) fail(error);
}

function fail(error: unknown): never {
  log('error', 'worker_not_started', { error: describeError(error) });
  const isAnswer = error instanceof Error && !('code' in error);
  process.stderr.write(
    `The job worker cannot start. ${isAnswer ? error.message : 'The database cannot be reached.'}\n`,
  );
  process.exit(1);
}

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  // A file under way is left to the next worker: it is begun anew.
  loops.abort();
  // A mail or a webhook under way is finished: its answer would be lost.
  await Promise.race([sending, pause(PATIENCE_MS)]);
  await boss.stop({ graceful: true, timeout: PATIENCE_MS });
  log('info', 'worker_stopped');
  process.exit(0);
}
