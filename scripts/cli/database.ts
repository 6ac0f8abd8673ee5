import { closeConnections } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { readyDatabase } from '../ready-database';
import { DATA, readSettings } from '../settings';

/**
 * Runs `work` with the database that the application uses: APP_DATABASE_URL as it is; else the one of DATABASE_URL,
 * migrated first; else the bundled one in .data, which is stopped again if it did not run before.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { databaseUrl } = readSettings();
  if (process.env.APP_DATABASE_URL) return work();
  if (databaseUrl) {
    process.env.APP_DATABASE_URL = await readyDatabase(databaseUrl);
    return work();
  }
  const server = await startEmbedded({ dir: DATA, log() {} });
  try {
    process.env.APP_DATABASE_URL = await readyDatabase(server.ownerUrl);
    return await work();
  } finally {
    await closeConnections();
    if (!server.reused) await server.stop();
  }
}
