import { eq, min } from 'drizzle-orm';
import { earlier, type PlainDate } from '@/lib/domain/dates';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** Since when somebody is a customer: the day of its first document, or the one on which it was added when that was before. */
export async function customerSince(tx: Tx, customerId: string, addedOn: PlainDate): Promise<PlainDate> {
  const [first] = await tx
    .select({ on: min(documents.documentDate) })
    .from(documents)
    .where(eq(documents.customerId, customerId));
  return first?.on ? earlier(first.on, addedOn) : addedOn;
}
