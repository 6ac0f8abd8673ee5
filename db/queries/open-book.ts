import { sql } from 'drizzle-orm';
import type { BookDebit } from '@/lib/domain/forecast/claimed';
import { toMinor } from '@/lib/domain/money';
import { type BooksAt, idList, openItemsAt } from '../expressions';
import type { Tx } from '../scope';

/** Every debit that is open at the moment, of all customers or of some; by customer, the oldest due first. */
export async function openBook(
  tx: Tx,
  at: BooksAt,
  customerIds: readonly string[] | null = null,
): Promise<BookDebit[]> {
  const items = openItemsAt(at, { basis: 'due', bounds: [0] });
  const whose = customerIds ? sql`and ${items.customerId} = any(${idList(customerIds)})` : sql``;
  // Rows as the driver gives them: mapped one by one, those of large books take longer than to be read.
  const rows = await tx.execute<Row>(sql`
    select ${items.itemId} as item, ${items.documentId} as document, ${items.customerId} as customer,
      ${items.dueOn} - date '1970-01-01' as due, ${items.amountMinor}::text as amount, ${items.openMinor}::text as open
    from ${items} where ${items.currency} = ${at.currency} and ${items.amountMinor} > 0 ${whose}
    order by ${items.customerId}, ${items.dueOn}, ${items.itemId}`);
  return rows.map(({ item, document, customer, due, amount, open }) => ({
    itemId: item,
    documentId: document,
    customerId: customer,
    dueOn: due,
    amountMinor: toMinor(amount),
    openMinor: toMinor(open),
  }));
}

interface Row extends Record<string, unknown> {
  readonly item: string;
  readonly document: string;
  readonly customer: string;
  /** Days since 1970, as `dayNumber` counts them. */
  readonly due: number;
  readonly amount: string;
  readonly open: string;
}
