import { gt, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, ZERO } from '@/lib/domain/money';
import { openItemsAt, sumMinor } from '../expressions';
import type { Tx } from '../scope';

/** What a customer owes in a currency at the end of a day. */
interface StatementDue {
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly lateMinor: Minor;
}

/** Every customer that owes something at the end of a day, a row per currency, by customer. */
export function statementCustomers(tx: Tx, asOf: PlainDate): Promise<StatementDue[]> {
  const items = openItemsAt({ asOf, knownAt: null }, { basis: 'due', bounds: [0] });
  const amountMinor = sumMinor(items.openMinor);
  return tx
    .select({
      customerId: items.customerId,
      currency: items.currency,
      amountMinor,
      lateMinor: sumMinor(items.openMinor, sql`${items.amountMinor} > 0 and ${items.dueOn} < ${asOf}`),
    })
    .from(items)
    .groupBy(items.customerId, items.currency)
    .having(gt(amountMinor, ZERO))
    .orderBy(items.customerId, items.currency);
}
