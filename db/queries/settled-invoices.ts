import { eq, inArray } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DiscountTerms } from '@/lib/domain/discount';
import type { Minor } from '@/lib/domain/money';
import { inChunks } from '../chunks';
import { discountTerms, documents } from '../schema/documents';
import type { Tx } from '../scope';

/** An invoice as far as a discount, a write-off or a credit for its rest needs it. */
export interface SettledInvoice {
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly documentDate: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly taxMinor: Minor;
  /** What it offers for paying early; null when it offers nothing. */
  readonly terms: DiscountTerms | null;
}

/** These invoices by id, with what they offer for paying early. */
export async function settledInvoices(
  tx: Tx,
  documentIds: readonly string[],
): Promise<Map<string, SettledInvoice>> {
  const found = new Map<string, SettledInvoice>();
  await inChunks([...new Set(documentIds)], async (chunk) => {
    const rows = await tx
      .select({
        documentId: documents.id,
        number: documents.number,
        customerId: documents.customerId,
        documentDate: documents.documentDate,
        currency: documents.currency,
        amountMinor: documents.amountMinor,
        taxMinor: documents.taxMinor,
        terms: {
          // First, for it is never null: by its first column a joined row is taken for missing.
          until: discountTerms.until,
          percent: discountTerms.percent,
          amountMinor: discountTerms.amountMinor,
        },
      })
      .from(documents)
      .leftJoin(discountTerms, eq(discountTerms.documentId, documents.id))
      .where(inArray(documents.id, chunk));
    for (const row of rows) found.set(row.documentId, row);
  });
  return found;
}
