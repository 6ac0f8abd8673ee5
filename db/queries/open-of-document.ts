import { and, eq, inArray } from 'drizzle-orm';
import { type Minor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { sumMinor } from '../expressions';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { BILLED } from './invoices';

/** A billed document and what is open of it now. */
export interface OpenDocument {
  readonly documentId: string;
  readonly number: string;
  readonly currency: string;
  readonly openMinor: Minor;
}

/** An invoice of a customer, with what is open of it now. @throws Refusal `not_found` when the customer has no such invoice. */
export async function openOfDocument(
  tx: Tx,
  { customerId, documentId }: { readonly customerId: string; readonly documentId: string },
): Promise<OpenDocument> {
  const [found] = await tx
    .select({ documentId: documents.id, number: documents.number, currency: documents.currency })
    .from(documents)
    .where(
      and(
        eq(documents.id, documentId),
        eq(documents.customerId, customerId),
        inArray(documents.kind, BILLED),
      ),
    );
  if (!found) throw new Refusal('not_found', 'That customer has no such invoice.', 'invoiceId');
  const [sum] = await tx
    .select({ openMinor: sumMinor(openItems.openMinor) })
    .from(openItems)
    .where(eq(openItems.documentId, documentId));
  return { ...found, openMinor: sum?.openMinor ?? ZERO };
}
