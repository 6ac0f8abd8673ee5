import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { OpenDebit, Source } from '@/lib/domain/allocation';
import { toMinor, ZERO } from '@/lib/domain/money';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** An open debit as the payment dialog and the allocation read it. */
export type OpenDebitRow = OpenDebit & { readonly documentId: string; readonly instalment: number };

/** More open invoices of one customer than this are not offered one by one. */
export const MAX_OPEN_DEBITS = 2_000;

/** What a customer has open in one currency as of now, oldest due first, at most `MAX_OPEN_DEBITS`. */
export function openDebits(tx: Tx, customerId: string, currency: string): Promise<OpenDebitRow[]> {
  return tx
    .select({
      itemId: openItems.id,
      documentId: openItems.documentId,
      instalment: openItems.instalment,
      number: documents.number,
      dueOn: openItems.dueOn,
      openMinor: openItems.openMinor,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(
      and(
        eq(openItems.customerId, customerId),
        eq(openItems.currency, currency),
        gt(openItems.openMinor, ZERO),
      ),
    )
    .orderBy(asc(openItems.dueOn), asc(documents.number), asc(openItems.instalment))
    .limit(MAX_OPEN_DEBITS);
}

/** Credit on a customer's account that no invoice has taken yet, oldest first. */
export async function openCredits(tx: Tx, customerId: string, currency: string): Promise<Source[]> {
  const rows = await tx
    .select({ creditItemId: openItems.id, openMinor: openItems.openMinor })
    .from(openItems)
    .where(
      and(
        eq(openItems.customerId, customerId),
        eq(openItems.currency, currency),
        lt(openItems.openMinor, ZERO),
      ),
    )
    .orderBy(asc(openItems.effectiveOn), asc(openItems.id))
    .limit(MAX_OPEN_DEBITS);
  return rows.map(({ creditItemId, openMinor }) => ({ creditItemId, leftMinor: toMinor(-openMinor) }));
}
