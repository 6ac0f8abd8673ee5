import type { Queue } from 'pg-boss';

/** A queue, and when a job is put into it. */
export interface ScheduledQueue {
  readonly name: 'heartbeat' | 'verify' | 'prune' | 'recurring' | 'late-fees' | 'look-back';
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
    name: 'verify',
    options: { policy: 'short', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3_600 },
    cron: '0 3 * * *',
    missed: 'once',
  },
  {
    name: 'prune',
    options: { policy: 'short', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 600 },
    cron: '30 2 * * *',
    missed: 'once',
  },
  {
    // Hourly, because a new day begins at another hour in every time zone.
    name: 'recurring',
    options: { policy: 'short', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3_000 },
    cron: '5 * * * *',
    missed: 'once',
  },
  {
    // Hourly as well: a fee is charged on the day it is due, wherever that day begins.
    name: 'late-fees',
    options: { policy: 'short', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3_000 },
    cron: '20 * * * *',
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
