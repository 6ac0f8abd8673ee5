import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { mergeObstacles, movableItems } from '../queries/mergeable';
import { beneficiaries } from '../schema/catalogue';
import { customerMerges } from '../schema/customer-merges';
import { contacts, customers } from '../schema/customers';
import type { Tx } from '../scope';
import { type LockedCustomer, lockCustomers } from './lock-customers';
import { lockLedger } from './lock-ledger';
import { moveIntents, movePayers, movePromises } from './move-claims';
import { moveKeys } from './move-keys';
import { moveLogins } from './move-logins';
import { moveOpenItems } from './move-open-items';
import { recordActivity } from './record-activity';
import { updateBeneficiary } from './update-beneficiary';

/** A customer, and the one that it turned out to be. */
export interface MergeCustomer {
  readonly customerId: string;
  readonly intoId: string;
  readonly on: PlainDate;
}

/** Open items that one merge may move. */
const MOST_ITEMS = 500;

/**
 * Makes a customer one with another: what it has open is moved by transfers, promises and payments that are waited
 * for, payers that are known, people, logins, keys, beneficiaries and children go along, and it is archived. Whatever was booked,
 * written or mailed stays with the one that it was about.
 * @throws Refusal `invalid`, `not_found`, `customer_archived`, `customer_mismatch` (the other is below it), `too_many`, `period_locked`.
 */
export async function mergeCustomer(
  tx: Tx,
  actor: Actor,
  { customerId, intoId, on }: MergeCustomer,
): Promise<{ mergeId: string; movedCount: number }> {
  if (customerId === intoId)
    throw new Refusal('invalid', 'A customer is not merged into itself. Choose the other one.', 'intoId');
  const locked = await lockCustomers(tx, [customerId, intoId]);
  // One after the other, or two merges at once could make a circle of parents.
  await lockLedger(tx);
  const [from, into] = [locked.get(customerId), locked.get(intoId)];
  if (!from || !into) throw new Refusal('not_found', 'That customer does not exist.', 'intoId');
  await assertMergeable(tx, from, into, on);
  const items = await movableItems(tx, customerId, MOST_ITEMS + 1);
  if (items.length > MOST_ITEMS)
    throw new Refusal(
      'too_many',
      `${from.name} has more than ${formatCount(MOST_ITEMS)} open items. Settle some first.`,
    );
  const { transferIds, arrived } = await moveOpenItems(tx, actor, { from, into, items, on });
  const moved = { customerId, intoId, on };
  await movePromises(tx, actor, moved);
  await moveIntents(tx, moved, arrived);
  await movePayers(tx, moved);
  await moveBeneficiaries(tx, actor, customerId, intoId);
  await copyPeople(tx, customerId, intoId);
  const logins = await moveLogins(tx, actor, { from, into });
  const movedKeys = await moveKeys(tx, actor, { from, into });
  await tx
    .update(customers)
    .set({ parentId: intoId })
    .where(and(eq(customers.parentId, customerId), sql`${customers.id} <> ${intoId}`));
  await tx.update(customers).set({ archivedAt: sql`now()` }).where(eq(customers.id, customerId));
  const mergeId = uuid7();
  const row = { id: mergeId, customerId, intoId, mergedOn: on, transferIds, createdBy: actor.userId };
  await tx.insert(customerMerges).values({ ...row, ...logins, movedKeys });
  const after = { name: from.name, into: into.name, moved: items.length };
  for (const about of [customerId, intoId])
    await recordActivity(tx, actor, {
      verb: 'customer_merged',
      objectKind: 'customer',
      objectId: customerId,
      customerId: about,
      after,
    });
  return { mergeId, movedCount: items.length };
}

async function assertMergeable(
  tx: Tx,
  from: LockedCustomer,
  into: LockedCustomer,
  on: PlainDate,
): Promise<void> {
  for (const { name, archivedAt } of [from, into])
    if (archivedAt)
      throw new Refusal('customer_archived', `${name} is archived. Restore it first.`, 'intoId');
  const [above] = await tx.execute<{ is_below: boolean }>(sql`with recursive above as (
      select id, parent_id from ${customers} where id = ${into.id}
      union select c.id, c.parent_id from ${customers} c join above on c.id = above.parent_id)
    select coalesce(bool_or(id = ${from.id}), false) as is_below from above`);
  if (above?.is_below)
    throw new Refusal(
      'customer_mismatch',
      `${into.name} is part of ${from.name}. Take it out of there first, or merge the other way round.`,
      'intoId',
    );
  const { recurringCount, draftCount, disputeCount } = await mergeObstacles(tx, from.id, on);
  const first = [
    recurringCount > 0 && `end ${formatCount(recurringCount, 'recurring invoice')}`,
    draftCount > 0 && `post or throw away ${formatCount(draftCount, 'draft')}`,
    disputeCount > 0 && `resolve ${formatCount(disputeCount, 'open dispute')}`,
  ].filter((words) => words !== false);
  if (first.length > 0)
    throw new Refusal('invalid', `Before ${from.name} is merged, ${first.join(', and ')} of it.`, 'intoId');
}

async function moveBeneficiaries(tx: Tx, actor: Actor, customerId: string, intoId: string): Promise<void> {
  const rows = await tx
    .select({ id: beneficiaries.id })
    .from(beneficiaries)
    .where(eq(beneficiaries.customerId, customerId))
    .orderBy(asc(beneficiaries.id));
  for (const { id } of rows) await updateBeneficiary(tx, actor, { beneficiaryId: id, customerId: intoId });
}

/** The people of the one are people of the other too, but those that it has by name and address already. */
async function copyPeople(tx: Tx, customerId: string, intoId: string): Promise<void> {
  const people = await tx.select().from(contacts).where(eq(contacts.customerId, customerId));
  const known = await tx
    .select({ name: contacts.name, email: contacts.email })
    .from(contacts)
    .where(eq(contacts.customerId, intoId));
  const keys = new Set(known.map(keyOf));
  const missing = people.filter((person) => !keys.has(keyOf(person)));
  if (missing.length === 0) return;
  await tx.insert(contacts).values(
    missing.map(({ name, title, email, phone, roles }) => ({
      name,
      title,
      email,
      phone,
      roles,
      customerId: intoId,
    })),
  );
}

function keyOf({ name, email }: { readonly name: string; readonly email: string | null }): string {
  return `${name} ${email ?? ''}`.toLowerCase();
}
