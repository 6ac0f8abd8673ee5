import { sql } from 'drizzle-orm';
import { jobHeartbeats } from '../schema/job-heartbeats';
import { withScope } from '../scope';

/** Notes that a worker is alive. Part of no organization, so it opens its own scope. */
export async function recordHeartbeat(name: string): Promise<void> {
  await withScope({ kind: 'job' }, 'write', (tx) =>
    tx
      .insert(jobHeartbeats)
      .values({ name, at: sql`now()` })
      .onConflictDoUpdate({ target: jobHeartbeats.name, set: { at: sql`now()` } }),
  );
}
