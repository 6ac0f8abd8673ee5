import { and, eq, sql } from 'drizzle-orm';
import { type Minor, ZERO } from '@/lib/domain/money';
import { sumMinor } from '../expressions';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What a customer has open in one currency now, credits that nothing took yet left aside. */
export async function openOfAccount(
  tx: Tx,
  { customerId, currency }: { readonly customerId: string; readonly currency: string },
): Promise<Minor> {
  const [sum] = await tx
    .select({ openMinor: sumMinor(openItems.openMinor) })
    .from(openItems)
    .where(
      and(
        eq(openItems.customerId, customerId),
        eq(openItems.currency, currency),
        // Written out: a plan for any number in its place could not use the index of what is open.
        sql`${openItems.openMinor} > 0`,
      ),
    );
  return sum?.openMinor ?? ZERO;
}
