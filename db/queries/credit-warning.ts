import { and, eq } from 'drizzle-orm';
import { overLimitMinor } from '@/lib/domain/credit-limit';
import { formatMoney } from '@/lib/format';
import { sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/**
 * What to say when a customer owes more than its credit limit, unapplied credits taken off; null when it does not, or has no
 * limit. The limit is in the customer's own currency and counts what is owed in it. For staff.
 */
export async function creditWarning(tx: Tx, customerId: string): Promise<string | null> {
  const [row] = await tx
    .select({
      name: customers.name,
      currency: customers.currency,
      limitMinor: customers.creditLimitMinor,
      balanceMinor: sumMinor(openItems.openMinor),
    })
    .from(customers)
    .leftJoin(
      openItems,
      and(eq(openItems.customerId, customers.id), eq(openItems.currency, customers.currency)),
    )
    .where(eq(customers.id, customerId))
    .groupBy(customers.id);
  const over = row ? overLimitMinor(row.balanceMinor, row.limitMinor) : null;
  if (!row || row.limitMinor === null || over === null) return null;
  const [owed, by, limit] = [row.balanceMinor, over, row.limitMinor].map((amount) =>
    formatMoney(amount, row.currency),
  );
  return `${row.name} now owes ${owed}, ${by} over its credit limit of ${limit}.`;
}
