import { eq, sql } from 'drizzle-orm';
import { TooMany } from '@/lib/too-many';
import type { KeyInForce } from '../queries/api-keys';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';

/** How much of a minute's requests a key has left. */
export interface Admitted {
  readonly perMinute: number;
  readonly remaining: number;
}

/**
 * Counts a request of a key and lets it in, for the `auth` scope. A key may make its requests of a minute all at once; they come back one by
 * one (the generic cell rate algorithm, one instant per key). Every process counts in the same row.
 * @throws TooMany until the next one has come back.
 */
export async function admitCall(
  tx: Tx,
  { id }: Pick<KeyInForce, 'id'>,
  perMinute: number,
): Promise<Admitted> {
  // A count that is lost when the machine fails harms nobody, and not waiting for the disk halves its cost.
  await tx.execute(sql`select set_config('synchronous_commit', 'off', true)`);
  const now = sql`clock_timestamp()`;
  const share = sql`interval '1 minute' / ${perMinute}::int`;
  const busyUntil = sql`greatest(${apiKeys.busyUntil}, ${now}) + ${share}`;
  const [admitted] = await tx
    .update(apiKeys)
    .set({ lastUsedAt: now, busyUntil })
    .where(sql`${apiKeys.id} = ${id} and ${busyUntil} <= ${now} + interval '1 minute'`)
    .returning({ busySeconds: sql<number>`extract(epoch from ${apiKeys.busyUntil} - ${now})::float8` });
  if (admitted) {
    const remaining = Math.max(0, Math.floor(perMinute * (1 - admitted.busySeconds / 60)));
    return { perMinute, remaining };
  }
  const [refused] = await tx
    .select({ wait: sql<number>`extract(epoch from ${busyUntil} - ${now})::float8 - 60` })
    .from(apiKeys)
    .where(eq(apiKeys.id, id));
  const seconds = Math.max(1, Math.ceil(refused?.wait ?? 1));
  throw new TooMany(`This key may ask ${perMinute} times a minute. Ask again in ${seconds} s.`, seconds);
}
