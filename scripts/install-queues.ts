import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { queueConnection } from '../jobs/connection';
import { QUEUES } from '../jobs/queues';

/** The worker is to run jobs and keep the queues in order, not to change what tables there are. */
const GRANTS = `
  grant usage on schema pgboss to dueline_app;
  grant select, insert, update, delete on all tables in schema pgboss to dueline_app;
  grant usage on all sequences in schema pgboss to dueline_app;`;

/**
 * Makes the tables of the job queues, as the owner, and lets the application's login role use them. Safe to repeat
 * and to run from several processes at once.
 * @throws what PostgreSQL or pg-boss throws.
 */
export async function installQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ ...queueConnection(ownerUrl), max: 2, supervise: false, schedule: false });
  // Whatever goes wrong also rejects one of the calls below; without a listener it would end the process first.
  boss.on('error', () => {});
  try {
    await boss.start();
    for (const { name, options } of QUEUES) {
      await boss.createQueue(name, options);
      const { policy: _fixed, ...changeable } = options;
      await boss.updateQueue(name, changeable);
    }
    await boss.getDb().executeSql(GRANTS);
    await backgroundSteps(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** A newer pg-boss builds some indexes after start() has returned, which only the owner may do. */
async function backgroundSteps(boss: PgBoss): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    const steps = await boss.getBamStatus();
    if (steps.every(({ status }) => status === 'completed')) return;
    if (steps.some(({ status }) => status === 'failed'))
      throw new Error('The job queues could not be migrated.');
    await sleep(100);
  }
}
