import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { preferences } from '../schema/views';
import type { Tx } from '../scope';

/** What the actor prefers about a matter, as it was kept; null when nothing was. */
export async function preferenceOf(tx: Tx, { userId }: StaffActor, key: string): Promise<unknown> {
  if (userId === null) return null;
  const [row] = await tx
    .select({ value: preferences.value })
    .from(preferences)
    .where(and(eq(preferences.userId, userId), eq(preferences.key, key)));
  return row?.value ?? null;
}
