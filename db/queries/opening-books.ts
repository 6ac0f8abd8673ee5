import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type WholeBalance, wholeKey } from '@/lib/import/plan-openings';
import { isOneOf } from '../one-of';
import { documents } from '../schema/documents';
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
