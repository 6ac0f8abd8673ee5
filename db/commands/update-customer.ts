import { and, eq, ne, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import type { CreateCustomer } from './create-customer';
import { lockCustomer } from './lock-customers';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** What changes of a customer; what is left out stays. */
export type UpdateCustomer = { readonly customerId: string } & Partial<CreateCustomer>;

/**
 * Changes facts of a customer. Documents keep the name and address they were posted with.
 * @throws Refusal `not_found` (the customer or its parent), `duplicate` when the code is taken, `invalid` when the
 * parent is the customer itself or below it, or a credit limit is left in another currency.
 */
export async function updateCustomer(
  tx: Tx,
  actor: Actor,
  { customerId, ...changes }: UpdateCustomer,
): Promise<{ customerId: string; changed: readonly string[] }> {
  await lockCustomer(tx, customerId);
  const [before] = await tx.select().from(customers).where(eq(customers.id, customerId));
  if (!before) throw new Refusal('not_found', 'That customer does not exist.');
  const changed = FACTS.filter(
    (name) => changes[name] !== undefined && JSON.stringify(changes[name]) !== JSON.stringify(before[name]),
  );
  if (changed.length === 0) return { customerId, changed };
  if (
    changed.includes('currency') &&
    before.creditLimitMinor !== null &&
    changes.creditLimitMinor === undefined
  )
    throw new Refusal('invalid', 'Say what the credit limit is in the new currency.', 'creditLimit');
  if (changes.code && changed.includes('code')) await assertFreeCode(tx, customerId, changes.code);
  if (changes.parentId && changed.includes('parentId')) {
    // One after the other, or two customers that become each other's parent at once would not see it.
    await lockLedger(tx);
    await assertAbove(tx, customerId, changes.parentId);
  }
  const pick = (from: Partial<CreateCustomer>) =>
    Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  await tx.update(customers).set(pick(changes)).where(eq(customers.id, customerId));
  await recordActivity(tx, actor, {
    verb: 'customer_updated',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    before: pick(before),
    after: pick(changes),
  });
  return { customerId, changed };
}

const FACTS = [
  'code',
  'name',
  'currency',
  'termsDays',
  'creditLimitMinor',
  'parentId',
  'owner',
  'tags',
  'language',
  'email',
  'phone',
  'address',
  'notes',
] as const satisfies readonly (keyof CreateCustomer)[];

async function assertFreeCode(tx: Tx, customerId: string, code: string): Promise<void> {
  const [other] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.code, code), ne(customers.id, customerId)));
  if (other) throw new Refusal('duplicate', `Another customer already has the code ${code}.`, 'code');
}

/** The parent must exist, and the customer must not be among its own parents. */
async function assertAbove(tx: Tx, customerId: string, parentId: string): Promise<void> {
  const [row] = await tx.execute<{ found: number; circle: boolean }>(sql`
    with recursive above as (
      select id, parent_id from ${customers} where id = ${parentId}
      union select c.id, c.parent_id from ${customers} c join above on c.id = above.parent_id)
    select count(*)::int as found, coalesce(bool_or(id = ${customerId}), false) as circle from above`);
  if (!row?.found) throw new Refusal('not_found', 'That parent customer does not exist.', 'parentId');
  if (row.circle) throw new Refusal('invalid', 'A customer cannot be its own parent.', 'parentId');
}
