import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Brings an archived customer back. Harmless when repeated. @throws Refusal `not_found`. */
export async function restoreCustomer(
  tx: Tx,
  actor: Actor,
  { customerId }: { readonly customerId: string },
): Promise<{ customerId: string }> {
  const { name } = await lockCustomer(tx, customerId);
  const restored = await tx
    .update(customers)
    .set({ archivedAt: null })
    .where(and(eq(customers.id, customerId), isNotNull(customers.archivedAt)))
    .returning({ id: customers.id });
  if (restored.length > 0)
    await recordActivity(tx, actor, {
      verb: 'customer_restored',
      objectKind: 'customer',
      objectId: customerId,
      customerId,
      after: { name },
    });
  return { customerId };
}
