import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '@/db/embedded-process';
import { startApp } from '@/scripts/app-processes';
import { buildWhenStale } from '@/scripts/build';
import { ROOT } from '@/scripts/root';
import { startSandbox } from '@/scripts/sandbox/server';
import { throwawayDatabase } from '@/scripts/throwaway-database';
import { followedBooks } from '../sync-books';
import { openCardDesk } from './card-desk';
import { openPostOffice } from './post-office';

/**
 * Before the browser tests: the app as `npm start` runs it, built, with a database of its own and the worker, on a
 * free port of this machine, with a mail server that keeps what it is sent (post-office.ts), a card service (card-desk.ts) and other books to
 * follow (sync-books.ts). Tests find it in E2E_URL (the base of
 * their addresses), its database in OWNER_URL and APP_DATABASE_URL, and its mails in E2E_MAILS; what the processes print is in
 * .cache/e2e.log.
 * @returns what stops everything and deletes the database when all tests have run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await buildWhenStale((line) => process.stdout.write(`${line}\n`));
  const database = await throwawayDatabase('e2e');
  const post = await openPostOffice(ROOT);
  process.env.SMTP_URL = post.url;
  const sandbox = await startSandbox(followedBooks());
  process.env.UNIFIED_URL = sandbox.url;
  const cards = await openCardDesk();
  process.env.STRIPE_API_BASE = cards.url;
  const port = await freePort();
  const localUrl = `http://127.0.0.1:${port}`;
  // Tests ask more often than programs do; what holds them back is tested with limits of their own.
  process.env.API_CALLS_PER_MINUTE = '1000000';
  process.env.API_ALLOWED_ORIGINS = 'https://app.example';
  process.env.WEBHOOKS_TO_THIS_MACHINE = 'on';
  const output = fs.openSync(path.join(ROOT, '.cache', 'e2e.log'), 'w');
  const app = startApp({
    isDev: false,
    host: '127.0.0.1',
    port,
    localUrl,
    publicUrl: localUrl,
    appDatabaseUrl: database.appUrl,
    authSecret: randomBytes(33).toString('base64url'),
    output,
    log: (line) => fs.writeSync(output, `${line}\n`),
  });
  const stop = async () => {
    await app.stop();
    fs.closeSync(output);
    await post.close();
    await cards.close();
    await sandbox.close();
    await database.remove();
  };
  try {
    await app.healthy();
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.E2E_URL = localUrl;
  process.env.OWNER_URL = database.ownerUrl;
  process.env.APP_DATABASE_URL = database.appUrl;
  return stop;
}
