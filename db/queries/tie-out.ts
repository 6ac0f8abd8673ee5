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

/** What the balance is read of, besides its currency. */
interface Of {
  /** Null or left out: all customers. */
  readonly customerId?: string | null;
  readonly family?: boolean;
  /** The open items' total where a report over all of them has just given it. Left out: they are summed up here. */
  readonly openItemsMinor?: Minor | undefined;
}

/** Whether the open items of a currency agree with the documents posted by then, for one customer, its family, or for all. */
export async function tieOut(tx: Tx, moment: Moment, currency: string, of?: Of): Promise<TieOut> {
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
  const documentsMinor = posted?.total ?? ZERO;
  const openItemsMinor = of?.openItemsMinor ?? (await openTotal(tx, moment, currency, isMeant));
  return { documentsMinor, openItemsMinor, differenceMinor: toMinor(openItemsMinor - documentsMinor) };
}

async function openTotal(
  tx: Tx,
  moment: Moment,
  currency: string,
  isMeant: (column: AnyPgColumn | SQL.Aliased) => SQL | undefined,
): Promise<Minor> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const [open] = await tx
    .select({ total: sumMinor(items.openMinor) })
    .from(items)
    .where(and(eq(items.currency, currency), isMeant(items.customerId)));
  return open?.total ?? ZERO;
}
