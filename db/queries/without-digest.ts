import { and, eq, sql } from 'drizzle-orm';
import { OWN_TASTE } from '@/lib/own-taste';
import { preferences } from '../schema/views';
import type { Tx } from '../scope';

/** The people of the business who want no daily summary. */
export async function withoutDigest(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ userId: preferences.userId })
    .from(preferences)
    .where(and(eq(preferences.key, OWN_TASTE), sql`${preferences.value}->>'getsDigest' = 'false'`));
  return new Set(rows.map(({ userId }) => userId));
}
