import { and, eq, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { type WholeBalance, wholeKey } from '@/lib/import/whole-balance';
import { isOneOf } from '../one-of';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

const reversal = alias(documents, 'reversal');

/** Opening balances of these customers that stand and have a number of the own series, as `wholeKey` writes them. */
export async function wholeBalances(
  tx: Tx,
  customerIds: readonly string[],
): Promise<Map<string, WholeBalance[]>> {
  const rows = await tx
    .select({
      customerId: documents.customerId,
      currency: documents.currency,
      number: documents.number,
      on: documents.documentDate,
      amountMinor: documents.amountMinor,
    })
    .from(documents)
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .where(
      and(
        inArray(documents.kind, ['opening_debit', 'opening_credit']),
        isNotNull(documents.sequence),
        isNull(reversal.id),
        isOneOf(documents.customerId, customerIds),
      ),
    )
    .orderBy(documents.number);
  return Map.groupBy(rows, ({ customerId, currency, amountMinor }) =>
    wholeKey(customerId, currency, amountMinor),
  );
}

/** How many invoices of these customers, of that day or before, are open now, by customer and currency ("id USD"). */
export async function openInvoiceCounts(
  tx: Tx,
  customerIds: readonly string[],
  asOf: PlainDate,
): Promise<Map<string, number>> {
  const { customerId, currency } = openItems;
  const rows = await tx
    .select({ customerId, currency, count: sql<number>`count(distinct ${openItems.documentId})::int` })
    .from(openItems)
    .where(
      and(
        eq(openItems.kind, 'invoice'),
        gt(openItems.openMinor, ZERO),
        lte(openItems.effectiveOn, asOf),
        isOneOf(customerId, customerIds),
      ),
    )
    .groupBy(customerId, currency);
  return new Map(rows.map((row) => [`${row.customerId} ${row.currency}`, row.count]));
}
