import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { tokenHash } from '@/lib/secret-token';
import { TooMany } from '@/lib/too-many';
import { isInForce, KEY_FIELDS, keyInForce, keyOf } from '../queries/api-keys';
import { organizations } from '../schema/organizations';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';

/** A program that was let in, and how much of a minute's requests it has left. */
export interface Admitted {
  readonly actor: Actor;
  readonly perMinute: number;
  readonly remaining: number;
}

/**
 * Counts a request with a key and lets it in, for the `auth` scope; null for a key that is not in force. A key may make its requests
 * of a minute all at once, `usual` unless it has a rate of its own; they come back one by one (the generic cell rate algorithm, one
 * instant per key). Every process counts in the same row.
 * @throws TooMany until the next one has come back.
 */
export async function admitCall(tx: Tx, key: string, usual: number): Promise<Admitted | null> {
  const now = sql`clock_timestamp()`;
  const rate = sql`coalesce(${apiKeys.callsPerMinute}, ${usual}::int)`;
  const busyUntil = sql`greatest(${apiKeys.busyUntil}, ${now}) + interval '1 minute' / ${rate}`;
  const [row] = await tx
    .update(apiKeys)
    .set({ lastUsedAt: now, busyUntil })
    .from(organizations)
    .where(
      and(
        eq(organizations.id, apiKeys.orgId),
        eq(apiKeys.keyHash, tokenHash(key)),
        isInForce,
        sql`${busyUntil} <= ${now} + interval '1 minute'`,
      ),
    )
    .returning({
      ...KEY_FIELDS,
      busySeconds: sql<number>`extract(epoch from ${apiKeys.busyUntil} - ${now})::float8`,
      // A count that is lost when the machine fails harms nobody, and not waiting for the disk halves its cost.
      commit: sql`set_config('synchronous_commit', 'off', true)`,
    });
  if (!row) return refused(tx, key, { usual, busyUntil });
  const { busySeconds, commit: _commit, ...fields } = row;
  const found = keyOf(fields);
  const perMinute = fields.callsPerMinute ?? usual;
  const remaining = Math.max(0, Math.floor(perMinute * (1 - busySeconds / 60)));
  return found && { actor: found.actor, perMinute, remaining };
}

/** Null for a key that is not in force. @throws TooMany for one that is. */
async function refused(
  tx: Tx,
  key: string,
  { usual, busyUntil }: { readonly usual: number; readonly busyUntil: SQL },
): Promise<null> {
  const found = await keyInForce(tx, key);
  if (!found) return null;
  const [row] = await tx
    .select({ wait: sql<number>`extract(epoch from ${busyUntil} - clock_timestamp())::float8 - 60` })
    .from(apiKeys)
    .where(eq(apiKeys.id, found.id));
  const seconds = Math.max(1, Math.ceil(row?.wait ?? 1));
  const perMinute = found.callsPerMinute ?? usual;
  throw new TooMany(`This key may ask ${perMinute} times a minute. Ask again in ${seconds} s.`, seconds);
}
