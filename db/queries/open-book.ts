import { and, asc, eq, gt } from 'drizzle-orm';
import type { BookDebit } from '@/lib/domain/forecast/claimed';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { ZERO } from '@/lib/domain/money';
import { type BooksAt, openItemsAt } from '../expressions';
import type { Tx } from '../scope';

/** Every debit that is open at the moment; by customer, the oldest due first. */
export async function openBook(tx: Tx, at: BooksAt): Promise<BookDebit[]> {
  const items = openItemsAt(at, { basis: 'due', bounds: [0] });
  const rows = await tx
    .select({
      itemId: items.itemId,
      documentId: items.documentId,
      customerId: items.customerId,
      dueOn: items.dueOn,
      amountMinor: items.amountMinor,
      openMinor: items.openMinor,
    })
    .from(items)
    .where(and(eq(items.currency, at.currency), gt(items.amountMinor, ZERO)))
    .orderBy(asc(items.customerId), asc(items.dueOn), asc(items.itemId));
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dayNumber(dueOn) }));
}
