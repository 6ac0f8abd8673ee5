import { and, count, eq } from 'drizzle-orm';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { contacts, customers } from '../schema/customers';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';
import type { ContactInput } from './replace-contacts';
import { tellCustomer } from './tell-of-change';

/** People that a customer may name. */
const MOST = 50;

/** Names a further person of the actor's customer. @throws Refusal `too_many`. */
export async function addOwnContact(tx: Tx, actor: CustomerActor, person: ContactInput): Promise<void> {
  const { customerId } = actor;
  await lockCustomer(tx, customerId);
  const [named] = await tx
    .select({ people: count() })
    .from(contacts)
    .where(eq(contacts.customerId, customerId));
  if ((named?.people ?? 0) >= MOST)
    throw new Refusal('too_many', `There are ${MOST} people already. Remove one first.`);
  await tx.insert(contacts).values({ ...person, roles: [...(person.roles ?? [])], customerId });
  await tellOfContacts(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'contacts_changed',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    after: [person],
  });
}

/** Takes a person off the actor's customer. @throws Refusal `not_found`. */
export async function removeOwnContact(tx: Tx, actor: CustomerActor, contactId: string): Promise<void> {
  const { customerId } = actor;
  await lockCustomer(tx, customerId);
  const [person] = await tx
    .delete(contacts)
    .where(and(eq(contacts.id, contactId), eq(contacts.customerId, customerId)))
    .returning({ name: contacts.name, email: contacts.email });
  if (!person) throw new Refusal('not_found', 'That person was removed already. Reload the page.');
  await tellOfContacts(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'contacts_changed',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    before: [person],
  });
}

async function tellOfContacts(tx: Tx, { org, customerId }: CustomerActor): Promise<void> {
  const { id, name, email, language } = customers;
  const [customer] = await tx
    .select({ id, name, email, language })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (customer) await tellCustomer(tx, org.id, customer);
}
