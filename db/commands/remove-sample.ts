import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { SAMPLE_INVOICES } from '@/lib/sample/generate-sample';
import { analyzeBooks } from '../bulk';
import type { Tx } from '../scope';

/**
 * Removes sample books whole: every row of the organization, and its people who belong to no other. The actor's own
 * session ends with it.
 * @throws Refusal `not_sample` for the books of a real business. The database refuses those as well.
 */
export async function removeSample(tx: Tx, { org }: StaffActor): Promise<void> {
  if (!org.isSample)
    throw new Refusal('not_sample', 'These are the books of a real business. Nothing was removed.');
  // Without it each row costs as much as all: sample books are removed while they are young.
  await analyzeBooks(tx, SAMPLE_INVOICES);
  await tx.execute(sql`select app.remove_sample()`);
}
