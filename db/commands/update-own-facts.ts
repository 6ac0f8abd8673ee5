import { eq } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';
import { tellCustomer } from './tell-of-change';

/** Where a customer is reached; null for not at all. */
export interface OwnFacts {
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/**
 * Changes where the actor's customer is reached; the address that was written to before hears of it. The same facts again change
 * nothing. @throws Refusal `not_found`.
 */
export async function updateOwnFacts(tx: Tx, actor: CustomerActor, facts: OwnFacts): Promise<void> {
  const { customerId } = actor;
  await lockCustomer(tx, customerId);
  const { id, name, language, email, phone, address } = customers;
  const [found] = await tx
    .select({ id, name, language, email, phone, address })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!found) throw new Refusal('not_found', 'This account is not there any more.');
  const before = { email: found.email, phone: found.phone, address: found.address };
  if (before.email === facts.email && before.phone === facts.phone && before.address === facts.address)
    return;
  await tx.update(customers).set(facts).where(eq(customers.id, customerId));
  if (before.email !== facts.email) await tellCustomer(tx, actor.org.id, found);
  await recordActivity(tx, actor, {
    verb: 'customer_updated',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    before,
    after: facts,
  });
}
