import { throwawayDatabase } from '@/scripts/throwaway-database';

/**
 * Before the database tests: a PostgreSQL of their own, migrated. Tests find it in APP_DATABASE_URL, as the
 * application's role, and in OWNER_URL, as the owner who is above row-level security.
 * @returns what stops and deletes it when all tests have run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const database = await throwawayDatabase('test-db');
  process.env.OWNER_URL = database.ownerUrl;
  process.env.APP_DATABASE_URL = database.appUrl;
  return () => database.remove();
}
