import { sql } from 'drizzle-orm';
import { labelsOf } from '../customer-labels';
import type { Tx } from '../scope';

/** At most so many of either are offered. */
const MAX_LABELS = 200;

/** The owners and the tags that customers have, each in order of the alphabet. */
export async function customerLabels(
  tx: Tx,
): Promise<{ readonly owners: readonly string[]; readonly tags: readonly string[] }> {
  const distinct = (by: 'owner' | 'tag') =>
    tx
      .select({ label: sql<string>`label` })
      .from(labelsOf(by))
      .where(sql`label is not null`)
      .groupBy(sql`label`)
      .orderBy(sql`label`)
      .limit(MAX_LABELS);
  const owners = await distinct('owner');
  const tags = await distinct('tag');
  return { owners: owners.map(({ label }) => label), tags: tags.map(({ label }) => label) };
}
