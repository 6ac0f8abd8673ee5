import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { customers } from '../schema/customers';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Takes a customer out of lists and pickers; its history stays. Nothing can be posted to it until it is restored.
 * Harmless when repeated.
 * @throws Refusal `not_found`, `customer_owes` when anything is open, in either direction.
 */
export async function archiveCustomer(
  tx: Tx,
  actor: Actor,
  { customerId }: { readonly customerId: string },
): Promise<{ customerId: string }> {
  const { name } = await lockCustomer(tx, customerId);
  const [open] = await tx
    .select({ id: openItems.id })
    .from(openItems)
    .where(and(eq(openItems.customerId, customerId), ne(openItems.openMinor, ZERO)))
    .limit(1);
  if (open)
    throw new Refusal(
      'customer_owes',
      `${name} still has open invoices or money on account. Settle them first.`,
    );
  const archived = await tx
    .update(customers)
    .set({ archivedAt: sql`now()` })
    .where(and(eq(customers.id, customerId), isNull(customers.archivedAt)))
    .returning({ id: customers.id });
  if (archived.length > 0)
    await recordActivity(tx, actor, {
      verb: 'customer_archived',
      objectKind: 'customer',
      objectId: customerId,
      customerId,
      before: { name },
    });
  return { customerId };
}
