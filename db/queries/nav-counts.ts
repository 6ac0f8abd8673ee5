import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { ZERO } from '@/lib/domain/money';
import { countRows, openItemsAt, sumMinor } from '../expressions';
import { disputes } from '../schema/disputes';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { isUncontested, type Today } from './late-accounts';
import { isFree, isUnpromised } from './left-alone';
import { promiseGraceDays } from './promise-receipts';

/** Work to do that the menu shows: customers on the worklist in the base currency, and payments with money that waits. */
export interface NavCounts {
  readonly work: number;
  readonly unapplied: number;
}

/** Counts what waits for somebody today. */
export async function navCounts(tx: Tx, today: Today): Promise<NavCounts> {
  const graceDays = await promiseGraceDays(tx);
  const items = openItemsAt({ ...today, knownAt: null }, { basis: 'due', bounds: [0] });
  const mine = sql`items.item_customer_id`;
  const late = new QueryBuilder()
    .select({ customerId: items.customerId })
    .from(items)
    .where(
      and(
        eq(items.currency, today.currency),
        gt(items.amountMinor, ZERO),
        gt(items.days, 0),
        isUncontested(sql`items.item_document_id`),
        isFree(mine, today),
      ),
    )
    .groupBy(items.customerId)
    .having(isUnpromised(mine, sumMinor(items.openMinor), { ...today, graceDays }));
  const contested = new QueryBuilder()
    .select({ customerId: disputes.customerId })
    .from(disputes)
    .innerJoin(
      openItems,
      and(
        eq(openItems.documentId, disputes.documentId),
        eq(openItems.currency, today.currency),
        gt(openItems.openMinor, ZERO),
      ),
    )
    .where(
      and(
        isNull(disputes.resolvedAt),
        lte(disputes.openedOn, today.asOf),
        isFree(sql`${disputes.customerId}`, today),
      ),
    );
  const [work] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (${late} union ${contested}) as customers_to_see`,
  );
  const [unapplied] = await tx
    .select({ n: countRows() })
    .from(openItems)
    .where(and(eq(openItems.kind, 'payment'), sql`${openItems.openMinor} < 0`));
  if (!work || !unapplied) throw new Error('a count without a row');
  return { work: work.n, unapplied: unapplied.n };
}
