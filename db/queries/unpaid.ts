import { and, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import type { Unpaid } from '@/lib/domain/overdue-state';
import { openItemsAt, sumMinor } from '../expressions';
import type { Tx } from '../scope';
import { BILLED } from './invoices';

/** What a customer had not paid at the close of a day, in one currency: what was due by then, that day included. */
export async function unpaidOf(
  tx: Tx,
  { customerId, currency, on }: { customerId: string; currency: string; on: PlainDate },
): Promise<Unpaid> {
  const items = openItemsAt({ asOf: on, knownAt: null }, { basis: 'due', bounds: [0] });
  const [row] = await tx
    .select({
      count: sql<number>`count(distinct ${items.documentId})::int`.mapWith(Number),
      sumMinor: sumMinor(items.openMinor),
      earliestOn: sql<PlainDate | null>`min(${items.dueOn})::text`,
    })
    .from(items)
    .where(
      and(
        eq(items.customerId, customerId),
        eq(items.currency, currency),
        inArray(items.kind, BILLED),
        gt(items.openMinor, ZERO),
        lte(items.dueOn, on),
      ),
    );
  return row ?? { count: 0, sumMinor: ZERO, earliestOn: null };
}
