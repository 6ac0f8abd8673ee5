import { eq } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import { draftInvoices } from '../schema/draft-invoices';
import type { Tx } from '../scope';

/**
 * Takes a draft away to be posted under its id in the same transaction; when that is refused, the draft is there again. Of two
 * who take it at once the second finds it posted.
 * @throws Refusal `not_found`, `already_posted`.
 */
export async function takeDraftInvoice(tx: Tx, draftId: string): Promise<{ content: unknown }> {
  const [draft] = await tx
    .delete(draftInvoices)
    .where(eq(draftInvoices.id, draftId))
    .returning({ content: draftInvoices.content });
  return draft ?? assertNotPosted(tx, draftId);
}

/** For a draft that is not there. @throws Refusal `already_posted` when it was posted, else `not_found`. */
export async function assertNotPosted(tx: Tx, draftId: string): Promise<never> {
  const [posted] = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(eq(documents.id, draftId));
  if (posted)
    throw new Refusal('already_posted', `It was posted as ${posted.number} and cannot be edited any more.`);
  throw new Refusal('not_found', 'That invoice does not exist.');
}
