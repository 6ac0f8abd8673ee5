import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { usualTerms } from '../queries/organization';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** A customer to create. Null and left out mean the same: nothing known. */
export type CreateCustomer = Pick<typeof customers.$inferInsert, 'name'> &
  Partial<
    Pick<
      typeof customers.$inferInsert,
      | 'code'
      | 'currency'
      | 'termsDays'
      | 'creditLimitMinor'
      | 'parentId'
      | 'owner'
      | 'tags'
      | 'language'
      | 'email'
      | 'phone'
      | 'address'
      | 'notes'
    >
  >;

/**
 * Creates a customer, in the organization's currency and with its usual days to pay unless others are given.
 * @throws Refusal `duplicate` when the code is taken, `not_found` when the parent is not there.
 */
export async function createCustomer(
  tx: Tx,
  actor: Actor,
  input: CreateCustomer,
): Promise<{ customerId: string }> {
  if (input.parentId) await assertParent(tx, input.parentId);
  const [created] = await tx
    .insert(customers)
    .values({
      ...input,
      currency: input.currency ?? actor.org.currency,
      termsDays: input.termsDays ?? (await usualTerms(tx)),
    })
    .onConflictDoNothing({ target: [customers.orgId, customers.code] })
    .returning({ id: customers.id });
  if (!created)
    throw new Refusal('duplicate', `Another customer already has the code ${input.code}.`, 'code');
  await recordActivity(tx, actor, {
    verb: 'customer_created',
    objectKind: 'customer',
    objectId: created.id,
    customerId: created.id,
    after: input,
  });
  return { customerId: created.id };
}

async function assertParent(tx: Tx, parentId: string): Promise<void> {
  const [parent] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, parentId));
  if (!parent) throw new Refusal('not_found', 'That parent customer does not exist.', 'parentId');
}
