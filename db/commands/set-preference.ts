import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { preferences } from '../schema/views';
import type { Tx } from '../scope';

/** What somebody prefers, and about what. */
export interface SetPreference {
  /** Such as `aging.table`. */
  readonly key: string;
  /** Anything that JSON can hold, up to 4,000 characters of it. */
  readonly value: object;
}

/**
 * Keeps how the actor likes a page; it replaces what was kept before. It is no part of the books, so no activity tells of it.
 * @throws Refusal `invalid` for more than can be kept, or an actor that is nobody.
 */
export async function setPreference(
  tx: Tx,
  { userId }: StaffActor,
  { key, value }: SetPreference,
): Promise<void> {
  if (userId === null) throw new Refusal('invalid', 'Only a person can prefer something.');
  if (JSON.stringify(value).length > 4_000) throw new Refusal('invalid', 'That is too much to keep.');
  await tx
    .insert(preferences)
    .values({ userId, key, value })
    .onConflictDoUpdate({
      target: [preferences.orgId, preferences.userId, preferences.key],
      set: { value, updatedAt: sql`now()` },
    });
}
