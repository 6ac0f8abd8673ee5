import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '@/db/embedded-process';
import { startApp } from '@/scripts/app-processes';
import { buildWhenStale } from '@/scripts/build';
import { ROOT } from '@/scripts/root';

/** The app as `npm start` runs it, built, on a free port; what it prints is in .cache/bench.log. */
export async function benchApp(appDatabaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  await buildWhenStale((line) => process.stdout.write(`${line}\n`));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const output = fs.openSync(path.join(ROOT, '.cache', 'bench.log'), 'w');
  const app = startApp({
    isDev: false,
    host: '127.0.0.1',
    port,
    localUrl: url,
    publicUrl: url,
    appDatabaseUrl,
    authSecret: randomBytes(33).toString('base64url'),
    output,
    log: (line) => fs.writeSync(output, `${line}\n`),
  });
  await app.healthy();
  return {
    url,
    async stop() {
      await app.stop();
      fs.closeSync(output);
    },
  };
}
