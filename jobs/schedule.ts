import type { PgBoss } from 'pg-boss';
import { planJobRuns } from '@/db/commands/plan-job-runs';
import { recordHeartbeat } from '@/db/commands/record-heartbeat';
import { withScope } from '@/db/scope';
import { describeError, log } from '@/lib/log';
import { lookBacks } from './look-back';
import { prune } from './prune';
import { QUEUES, type ScheduledQueue } from './queues';

/** What a job of each queue does. It may run more than once. */
const WORK: Readonly<Record<ScheduledQueue['name'], () => Promise<void>>> = {
  heartbeat: () => recordHeartbeat('worker'),
  plan: async () => {
    const runs = await withScope({ kind: 'job' }, 'write', (tx) => planJobRuns(tx, new Date()));
    if (runs > 0) log('info', 'runs_planned', { runs });
  },
  prune,
  'look-back': lookBacks,
};

/** Works on every queue and puts a job into each at its times; schedules of queues that are no more end. */
export async function runSchedules(boss: PgBoss): Promise<void> {
  for (const { name, cron, missed } of QUEUES) {
    await boss.work(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
      // What is thrown is stored with the job, and a query's own error would hold its parameters.
      for (const { id } of jobs)
        if (!(await isDone(name, id)))
          throw new Error(`The job ${name} failed; the log says why under ${id}.`);
    });
    await boss.schedule(name, cron, null, { tz: 'UTC', missed });
  }
  const kept = new Set<string>(QUEUES.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!kept.has(name)) await boss.unschedule(name);
  // The first sign of life, and what has to be done by now, without waiting for the next minute.
  await recordHeartbeat('worker');
  await boss.send('plan');
}

async function isDone(name: ScheduledQueue['name'], id: string): Promise<boolean> {
  const began = Date.now();
  try {
    await WORK[name]();
    // Once a minute, all day long, they would say nothing.
    if (name !== 'heartbeat' && name !== 'plan')
      log('info', 'job_done', { queue: name, id, ms: Date.now() - began });
    return true;
  } catch (error) {
    log('error', 'job_failed', { queue: name, id, error: describeError(error) });
    return false;
  }
}
