import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { OpenDebit, Source } from '@/lib/domain/allocation';
import { toMinor } from '@/lib/domain/money';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** An open debit as the payment dialog and the allocation read it. */
export type OpenDebitRow = OpenDebit & { readonly documentId: string; readonly instalment: number };

/** More open invoices of one customer than this are not offered one by one. */
const MAX_OPEN_DEBITS = 2_000;

/** What a customer has open in one currency as of now, oldest due first, at most `MAX_OPEN_DEBITS`. */
export function openDebits(tx: Tx, customerId: string, currency: string): Promise<OpenDebitRow[]> {
  return debitsWhere(tx, and(eq(openItems.customerId, customerId), eq(openItems.currency, currency)));
}

/** As `openDebits`, of these documents, or those of these items, alone, however many others are open. */
export function openDebitsAmong(
  tx: Tx,
  { customerId, currency, ids }: { customerId: string; currency: string; ids: readonly string[] },
): Promise<OpenDebitRow[]> {
  const ofItems = new QueryBuilder()
    .select({ documentId: openItems.documentId })
    .from(openItems)
    .where(inArray(openItems.id, [...ids]));
  const chosen = or(inArray(openItems.documentId, [...ids]), inArray(openItems.documentId, ofItems));
  return debitsWhere(tx, and(eq(openItems.customerId, customerId), eq(openItems.currency, currency), chosen));
}

function debitsWhere(tx: Tx, where: SQL | undefined): Promise<OpenDebitRow[]> {
  return (
    tx
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
      // Written out: a plan for any number in its place could not use the index of what is open.
      .where(and(where, sql`${openItems.openMinor} > 0`))
      .orderBy(asc(openItems.dueOn), asc(documents.number), asc(openItems.instalment))
      .limit(MAX_OPEN_DEBITS)
      .execute()
  );
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
        sql`${openItems.openMinor} < 0`,
      ),
    )
    .orderBy(asc(openItems.effectiveOn), asc(openItems.id))
    .limit(MAX_OPEN_DEBITS);
  return rows.map(({ creditItemId, openMinor }) => ({ creditItemId, leftMinor: toMinor(-openMinor) }));
}
