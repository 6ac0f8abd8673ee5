import { asc } from 'drizzle-orm';
import { contacts, customers } from '../schema/customers';
import type { Tx } from '../scope';

/** What a customer may see and change of itself. */
export interface OwnFactsRead {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** In order of names, at most 100. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly roles: readonly string[];
  }[];
}

/** The facts of the customer that asks; null when it is gone. For the portal. */
export async function ownFacts(tx: Tx): Promise<OwnFactsRead | null> {
  const [own] = await tx
    .select({
      name: customers.name,
      email: customers.email,
      phone: customers.phone,
      address: customers.address,
    })
    .from(customers)
    .limit(1);
  if (!own) return null;
  const people = await tx
    .select({ id: contacts.id, name: contacts.name, email: contacts.email, roles: contacts.roles })
    .from(contacts)
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(100);
  return { ...own, people };
}
