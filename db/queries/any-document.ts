import { lte } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** Whether anything at all was posted by a day, whatever has become of it. */
export async function hasDocuments(tx: Tx, asOf: PlainDate): Promise<boolean> {
  const found = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(lte(documents.documentDate, asOf))
    .limit(1);
  return found.length > 0;
}
