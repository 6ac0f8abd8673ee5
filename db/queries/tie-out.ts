import { and, eq, lte } from 'drizzle-orm';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
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

/** Whether the open items of a currency agree with the documents posted by then, for one customer or for all. */
export async function tieOut(tx: Tx, moment: Moment, currency: string, customerId?: string): Promise<TieOut> {
  const [posted] = await tx
    .select({ total: sumMinor(documents.amountMinor) })
    .from(documents)
    .where(
      and(
        eq(documents.currency, currency),
        customerId ? eq(documents.customerId, customerId) : undefined,
        lte(documents.documentDate, moment.asOf),
        knownBy(documents.recordedAt, moment),
      ),
    );
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const [open] = await tx
    .select({ total: sumMinor(items.openMinor) })
    .from(items)
    .where(and(eq(items.currency, currency), customerId ? eq(items.customerId, customerId) : undefined));
  const documentsMinor = posted?.total ?? ZERO;
  const openItemsMinor = open?.total ?? ZERO;
  return { documentsMinor, openItemsMinor, differenceMinor: toMinor(openItemsMinor - documentsMinor) };
}
