import { inArray } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { allocate, type Match } from './allocate';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Applies credit that is on an account to invoices of the same customer.
 * @throws Refusal as `allocate`; `customer_mismatch` when the invoices are of several customers.
 */
export async function applyCredit(
  tx: Tx,
  actor: Actor,
  matches: readonly Match[],
): Promise<{ allocationIds: string[] }> {
  const [first] = matches;
  if (!first) throw new Refusal('invalid', 'Choose at least one invoice.');
  const debitIds = matches.map((match) => match.debitItemId);
  const [item, another] = await tx
    .selectDistinct({ customerId: openItems.customerId })
    .from(openItems)
    .where(inArray(openItems.id, debitIds));
  if (!item) throw new Refusal('not_found', 'That invoice does not exist.');
  if (another) throw new Refusal('customer_mismatch', 'The invoices belong to different customers.');
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
