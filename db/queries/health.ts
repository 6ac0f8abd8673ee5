import { max, sql } from 'drizzle-orm';
import { jobHeartbeats } from '../schema/job-heartbeats';
import { withScope } from '../scope';

/** Whether jobs run: false when no worker said so in the last three minutes. Throws when the database does not answer. */
export async function jobsAreRunning(): Promise<boolean> {
  const [row] = await withScope({ kind: 'auth' }, 'read', (tx) =>
    tx
      .select({
        alive: sql<boolean>`coalesce(${max(jobHeartbeats.at)} > now() - interval '3 minutes', false)`,
      })
      .from(jobHeartbeats),
  );
  return row?.alive ?? false;
}
