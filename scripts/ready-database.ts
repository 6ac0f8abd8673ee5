import { prepareDatabase } from '@/db/prepare';
import { databaseFailure } from './database-address';
import { installQueues } from './install-queues';

/**
 * Migrates a database as its owner, tables of the job queues included.
 * @returns the address under which the application signs in.
 * @throws Error with one sentence when the database cannot be used.
 */
export async function readyDatabase(ownerUrl: string): Promise<string> {
  try {
    const { appUrl } = await prepareDatabase(ownerUrl);
    await installQueues(ownerUrl);
    return appUrl;
  } catch (error) {
    throw databaseFailure(error, ownerUrl);
  }
}
