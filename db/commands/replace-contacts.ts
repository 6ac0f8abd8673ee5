import { asc, eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { contacts } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** A person at a customer. Null and left out mean the same: nothing known. */
export interface ContactInput {
  readonly name: string;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly roles?: readonly ('billing' | 'payer' | 'escalation')[];
}

/** Makes these the people of a customer, in place of those there were. @throws Refusal `not_found`. */
export async function replaceContacts(
  tx: Tx,
  actor: Actor,
  { customerId, people }: { readonly customerId: string; readonly people: readonly ContactInput[] },
): Promise<void> {
  await lockCustomer(tx, customerId);
  const before = await tx
    .select({ name: contacts.name, email: contacts.email })
    .from(contacts)
    .where(eq(contacts.customerId, customerId))
    .orderBy(asc(contacts.name));
  if (before.length === 0 && people.length === 0) return;
  await tx.delete(contacts).where(eq(contacts.customerId, customerId));
  const rows = people.map(({ roles, ...person }) => ({ ...person, roles: [...(roles ?? [])], customerId }));
  if (rows.length > 0) await tx.insert(contacts).values(rows);
  await recordActivity(tx, actor, {
    verb: 'contacts_changed',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    before,
    after: people,
  });
}
