import { and, asc, gt, inArray, min } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import type { InvoicePapers } from './invoice-papers';
import { BILLED } from './invoices';
import { letterhead } from './letterhead';
import { logoFile } from './logo';
import { printedDocuments } from './printed-documents';

/** What the customer in scope was billed and has not paid whole, for one file: the `most` that are due first. */
export async function unpaidPapers(
  tx: Tx,
  { today, most }: { readonly today: PlainDate; readonly most: number },
): Promise<Pick<InvoicePapers, 'asOf' | 'head' | 'logo' | 'documents'>> {
  const rows = await tx
    .select({ documentId: openItems.documentId })
    .from(openItems)
    .where(and(inArray(openItems.kind, BILLED), gt(openItems.openMinor, ZERO)))
    .groupBy(openItems.documentId)
    .orderBy(asc(min(openItems.dueOn)), asc(openItems.documentId))
    .limit(most);
  const ids = rows.map(({ documentId }) => documentId);
  return {
    asOf: today,
    head: await letterhead(tx),
    logo: await logoFile(tx),
    documents: await printedDocuments(tx, ids),
  };
}
