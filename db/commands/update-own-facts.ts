import { eq } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Where a customer is reached; null for not at all. */
export interface OwnFacts {
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** Changes where the actor's customer is reached. The same facts again change nothing. @throws Refusal `not_found`. */
export async function updateOwnFacts(tx: Tx, actor: CustomerActor, facts: OwnFacts): Promise<void> {
  const { customerId } = actor;
  await lockCustomer(tx, customerId);
  const { email, phone, address } = customers;
  const [before] = await tx
    .select({ email, phone, address })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!before) throw new Refusal('not_found', 'This account is not there any more.');
  if (before.email === facts.email && before.phone === facts.phone && before.address === facts.address)
    return;
  await tx.update(customers).set(facts).where(eq(customers.id, customerId));
  await recordActivity(tx, actor, {
    verb: 'customer_updated',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    before,
    after: facts,
  });
}
