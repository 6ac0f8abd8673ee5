import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { allocate, type Match } from './allocate';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Applies credit that is on an account to invoices of the same customer.
 * @throws Refusal as `allocate`.
 */
export async function applyCredit(
  tx: Tx,
  actor: Actor,
  matches: readonly Match[],
): Promise<{ allocationIds: string[] }> {
  const [first] = matches;
  if (!first) throw new Refusal('invalid', 'Choose at least one invoice.');
  const [item] = await tx
    .select({ customerId: openItems.customerId })
    .from(openItems)
    .where(eq(openItems.id, first.debitItemId));
  if (!item) throw new Refusal('not_found', 'That invoice does not exist.');
  await lockCustomer(tx, item.customerId);
  const allocationIds = await allocate(tx, actor, matches);
  await recordActivity(tx, actor, {
    verb: 'credit_applied',
    objectKind: 'open_item',
    objectId: first.creditItemId,
    customerId: item.customerId,
    after: matches,
  });
  return { allocationIds };
}
