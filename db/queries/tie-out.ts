import { and, eq, lte, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { isOf } from '../customers-at';
import { knownBy, type Moment, openItemsAt, sumMinor } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** The same balance read two ways: from the posted documents, and from what allocations left of their items. */
export interface TieOut {
  readonly documentsMinor: Minor;
  readonly openItemsMinor: Minor;
  /** 0, or the books are wrong. */
  readonly differenceMinor: Minor;
}

/** Whether the open items of a currency agree with the documents posted by then, for one customer, its family, or for all. */
export async function tieOut(
  tx: Tx,
  moment: Moment,
  currency: string,
  of?: { readonly customerId: string | null; readonly family?: boolean },
): Promise<TieOut> {
  const isMeant = (column: AnyPgColumn | SQL.Aliased) =>
    of?.customerId ? isOf(column, of.customerId, of.family, moment) : undefined;
  const [posted] = await tx
    .select({ total: sumMinor(documents.amountMinor) })
    .from(documents)
    .where(
      and(
        eq(documents.currency, currency),
        isMeant(documents.customerId),
        lte(documents.documentDate, moment.asOf),
        knownBy(documents.recordedAt, moment),
      ),
    );
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const [open] = await tx
    .select({ total: sumMinor(items.openMinor) })
    .from(items)
    .where(and(eq(items.currency, currency), isMeant(items.customerId)));
  const documentsMinor = posted?.total ?? ZERO;
  const openItemsMinor = open?.total ?? ZERO;
  return { documentsMinor, openItemsMinor, differenceMinor: toMinor(openItemsMinor - documentsMinor) };
}
