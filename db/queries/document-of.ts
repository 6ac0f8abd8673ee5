import { and, eq } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** A document of a customer, by its number. @throws Refusal `not_found` when the customer has no such document. */
export async function documentOf(
  tx: Tx,
  { customerId, documentId }: { readonly customerId: string; readonly documentId: string },
): Promise<{ number: string }> {
  const [document] = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.customerId, customerId)));
  if (!document) throw new Refusal('not_found', 'That customer has no such document.', 'documentId');
  return document;
}

/** The currency that a document is in. @throws Refusal `not_found`. */
export async function documentCurrency(tx: Tx, documentId: string): Promise<string> {
  const [document] = await tx
    .select({ currency: documents.currency })
    .from(documents)
    .where(eq(documents.id, documentId));
  if (!document) throw new Refusal('not_found', 'That document does not exist.', 'documentId');
  return document.currency;
}
