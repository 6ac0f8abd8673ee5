import { and, eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { isInForce } from '../queries/api-keys';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';
import { createApiKey } from './create-api-key';

/** A key that another takes the place of, and for how many hours both work. */
export interface RotateApiKey {
  readonly id: string;
  readonly overlapHours: number;
}

/**
 * Makes a key that may do what another may, which ends after the overlap, or earlier if it was to. The new one is returned here and can never be
 * read again; it lasts as long as the old one was made for.
 * @throws Refusal `not_found` when there is no such key in force.
 */
export async function rotateApiKey(
  tx: Tx,
  actor: StaffActor,
  { id, overlapHours }: RotateApiKey,
): Promise<{ id: string; key: string; name: string }> {
  const [old] = await tx
    .select({
      name: apiKeys.name,
      role: apiKeys.role,
      customerId: apiKeys.customerId,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      callsPerMinute: apiKeys.callsPerMinute,
    })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, id), isInForce));
  if (!old) throw new Refusal('not_found', 'That key does not exist or works no more.');
  const end = sql`now() + ${overlapHours}::int * interval '1 hour'`;
  await tx
    .update(apiKeys)
    // Later than it was made, however soon that is: a key that ends before it begins cannot be.
    .set({
      expiresAt: sql`greatest(least(${apiKeys.expiresAt}, ${end}), ${apiKeys.createdAt} + interval '1 ms')`,
    })
    .where(eq(apiKeys.id, id));
  const { name, role, customerId, callsPerMinute } = old;
  const made = await createApiKey(tx, actor, {
    name,
    role,
    ...(customerId === null ? {} : { customerId }),
    ...(callsPerMinute === null ? {} : { callsPerMinute }),
    ...(old.expiresAt ? { expiresAt: renewed(old.createdAt, old.expiresAt) } : {}),
  });
  return { ...made, name };
}

function renewed(createdAt: Date, expiresAt: Date): Date {
  return new Date(Date.now() + expiresAt.getTime() - createdAt.getTime());
}
