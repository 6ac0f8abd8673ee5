import type { Queue } from 'pg-boss';

/** A queue, and when a job is put into it. */
export interface ScheduledQueue {
  readonly name: 'heartbeat' | 'plan' | 'prune' | 'look-back';
  readonly options: Omit<Queue, 'name'>;
  /** Cron, in UTC. */
  readonly cron: string;
  /** What to do about a time that passed while no worker ran: nothing, or once when one runs again. */
  readonly missed: 'skip' | 'once';
}

/** Every queue there is. `short` holds one waiting job at most, so that work never piles up behind an outage. */
export const QUEUES: readonly ScheduledQueue[] = [
  {
    name: 'heartbeat',
    options: { policy: 'short', retryLimit: 0, expireInSeconds: 60, deleteAfterSeconds: 3_600 },
    cron: '* * * * *',
    missed: 'skip',
  },
  {
    // Whatever a business is to have done today by its own clock: see planJobRuns.
    name: 'plan',
    options: { policy: 'short', retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 3_600 },
    cron: '* * * * *',
    missed: 'once',
  },
  {
    name: 'prune',
    options: { policy: 'short', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 600 },
    cron: '30 2 * * *',
    missed: 'once',
  },
  {
    // Once in the day of each time zone; hourly, so that books that were just imported do not wait for the night.
    name: 'look-back',
    options: { policy: 'short', retryLimit: 1, retryDelay: 60, retryBackoff: true, expireInSeconds: 7_200 },
    cron: '35 * * * *',
    missed: 'once',
  },
];
