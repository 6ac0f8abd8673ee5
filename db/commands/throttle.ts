import { sql } from 'drizzle-orm';
import { TooMany } from '@/lib/too-many';
import { signInAttempts } from '../schema/users';
import type { Tx } from '../scope';

/** Something that is tried: what identifies it, and how many failures are free before waiting begins. */
export interface Throttle {
  readonly key: string;
  readonly free: number;
}

/**
 * Counts a try as a failure before it is made, so that guesses in parallel are counted one by one too. From the
 * last free one on, each doubles the wait: 1 s, 2 s, 4 s … at most 15 minutes. An hour without one forgets all.
 * @throws TooMany while the wait lasts. The try must not be made then.
 */
export async function countTry(tx: Tx, { key, free }: Throttle): Promise<void> {
  const failures = sql`case when a.blocked_until < clock_timestamp() - interval '1 hour' then 1 else a.failures + 1 end`;
  const admitted = await tx.execute(sql`
    insert into ${signInAttempts} as a (key, failures, blocked_until) values (${key}, 1, clock_timestamp())
    on conflict (key) do update set
      failures = ${failures},
      blocked_until = clock_timestamp() + case when ${failures} < ${free}::int then interval '0'
        else least(900, 2 ^ least(10, ${failures} - ${free}::int)) * interval '1 second' end
    where a.blocked_until <= clock_timestamp()
    returning key`);
  if (admitted.length > 0) return;
  const [blocked] = await tx
    .select({
      seconds: sql<number>`ceil(extract(epoch from ${signInAttempts.blockedUntil} - clock_timestamp()))::int`,
    })
    .from(signInAttempts)
    .where(sql`${signInAttempts.key} = ${key}`);
  const seconds = Math.max(1, blocked?.seconds ?? 1);
  throw new TooMany(`Too many tries. Wait ${inWords(seconds)}, then try again.`, seconds);
}

/** The try was right after all: a person's own failures are forgotten. */
export async function forgetTries(tx: Tx, key: string): Promise<void> {
  await tx
    .update(signInAttempts)
    .set({ failures: 0, blockedUntil: sql`clock_timestamp()` })
    .where(sql`${signInAttempts.key} = ${key}`);
}

/** The try was right after all: takes back this one, and leaves those of others at the same address. */
export async function takeBackTry(tx: Tx, key: string): Promise<void> {
  await tx
    .update(signInAttempts)
    .set({ failures: sql`greatest(${signInAttempts.failures} - 1, 0)` })
    .where(sql`${signInAttempts.key} = ${key}`);
}

function inWords(seconds: number): string {
  if (seconds >= 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
