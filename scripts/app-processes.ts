import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, startChild } from './child';

/** The web server and the job worker, side by side. */
export interface App {
  /** Settles when the web server ends by itself, with what happened in words. */
  readonly webEnded: Promise<string>;
  /** Resolves once GET /health answers, rejects with a sentence when it does not within two minutes. */
  healthy(): Promise<void>;
  /** Ends the web server, then the worker. */
  stop(): Promise<void>;
}

/** What the processes need to know. Never the database owner's address: they sign in as the application's role. */
export interface AppOptions {
  readonly isDev: boolean;
  readonly host: string;
  readonly port: number;
  readonly localUrl: string;
  readonly publicUrl: string;
  readonly appDatabaseUrl: string;
  readonly authSecret: string;
  /** A file descriptor, or ours. */
  readonly output: number | 'inherit';
  readonly log: (line: string) => void;
}

const PATIENCE_MS = 10_000;
const HEALTHY_MS = 120_000;
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Starts both. A worker that dies is started again, later and later; the web server is the caller's concern. */
export function startApp(options: AppOptions): App {
  const env = environment(options);
  const { host, port, output } = options;
  const next = ['node_modules/next/dist/bin/next', options.isDev ? 'dev' : 'start'];
  const web = startChild([...next, '-H', host, '-p', String(port)], env, output);
  const worker = keepRunning(
    () => startChild(['--import', 'tsx', 'jobs/worker.ts'], env, output),
    options.log,
  );
  return {
    webEnded: web.ended,
    healthy: () => untilHealthy(`${options.localUrl}/health`, web),
    async stop() {
      await web.stop(PATIENCE_MS);
      await worker.stop();
    },
  };
}

function environment(options: AppOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: options.isDev ? 'development' : 'production',
    // Empty rather than absent: Next reads .env itself and would put the owner's address back.
    DATABASE_URL: '',
    APP_DATABASE_URL: options.appDatabaseUrl,
    AUTH_SECRET: options.authSecret,
    AUTH_URL: options.publicUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    // For the worker, which runs without a bundler that knows what `server-only` means.
    TSX_TSCONFIG_PATH: 'tsconfig.server.json',
  };
}

function keepRunning(start: () => Child, log: (line: string) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let child = start();
  const loop = async () => {
    for (let pause = PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const began = Date.now();
      const how = await child.ended;
      if (stopping.signal.aborted) return;
      if (Date.now() - began > 2 * LONGEST_PAUSE_MS) pause = PAUSE_MS;
      log(`The job worker ${how}; it is started again in ${pause / 1000} s.`);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      child = start();
    }
  };
  const done = loop();
  return {
    async stop() {
      stopping.abort();
      await child.stop(PATIENCE_MS);
      await done;
    },
  };
}

async function untilHealthy(url: string, web: Child): Promise<void> {
  const ended = web.ended.then((how) => {
    throw new Error(`The web server ${how} before it was ready.`);
  });
  await Promise.race([ended, answered(url)]);
}

async function answered(url: string): Promise<void> {
  const until = Date.now() + HEALTHY_MS;
  let last = 'nothing';
  while (Date.now() < until) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000), redirect: 'manual' });
      // Anything but a failure of the app itself: whether jobs run yet, for one, is not for the start to wait for.
      if (response.status !== 500) return;
      last = `status ${response.status}`;
    } catch {
      last = 'nothing';
    }
    await sleep(100);
  }
  throw new Error(`The web server runs, but ${url} answered ${last} for two minutes.`);
}
