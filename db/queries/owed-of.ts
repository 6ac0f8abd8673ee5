import { and, eq, ne } from 'drizzle-orm';
import { type Minor, ZERO } from '@/lib/domain/money';
import { sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What a customer owes in one currency now, less what is on its account; below 0 when that is more. */
export async function owedOf(
  tx: Tx,
  { customerId, currency }: { readonly customerId: string; readonly currency: string },
): Promise<{ customer: string; owedMinor: Minor }> {
  const isOpen = and(
    eq(openItems.customerId, customers.id),
    eq(openItems.currency, currency),
    ne(openItems.openMinor, ZERO),
  );
  const [row] = await tx
    .select({ customer: customers.name, owedMinor: sumMinor(openItems.openMinor) })
    .from(customers)
    .leftJoin(openItems, isOpen)
    .where(eq(customers.id, customerId))
    .groupBy(customers.id);
  if (!row) throw new Error('a customer that was just paid is gone');
  return row;
}
