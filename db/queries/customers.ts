import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias, QueryBuilder } from 'drizzle-orm/pg-core';
import type { Minor } from '@/lib/domain/money';
import { contacts, customers } from '../schema/customers';
import type { Tx } from '../scope';

/** Customers that a picker offers at once. */
const OPTIONS = 20;

/** What is shown of a person at a customer wherever one is. */
export const PERSON = {
  id: contacts.id,
  name: contacts.name,
  title: contacts.title,
  email: contacts.email,
  phone: contacts.phone,
};

/** A customer as its page shows it. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly termsDays: number;
  readonly creditLimitMinor: Minor | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly notes: string | null;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly contacts: readonly Contact[];
}

/** A person at a customer. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly roles: readonly string[];
}

/** One customer with its people, in order of their names; null when there is none that the actor may see. For staff. */
export async function customerById(tx: Tx, id: string): Promise<Customer | null> {
  const parents = alias(customers, 'parents');
  const [found] = await tx
    .select({
      id: customers.id,
      name: customers.name,
      code: customers.code,
      currency: customers.currency,
      termsDays: customers.termsDays,
      creditLimitMinor: customers.creditLimitMinor,
      owner: customers.owner,
      tags: customers.tags,
      email: customers.email,
      phone: customers.phone,
      address: customers.address,
      notes: customers.notes,
      createdAt: customers.createdAt,
      archivedAt: customers.archivedAt,
      parentId: parents.id,
      parentName: parents.name,
    })
    .from(customers)
    .leftJoin(parents, eq(parents.id, customers.parentId))
    .where(eq(customers.id, id));
  if (!found) return null;
  const people = await tx
    .select({
      ...PERSON,
      roles: contacts.roles,
    })
    .from(contacts)
    .where(eq(contacts.customerId, id))
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(100);
  const { parentId, parentName, ...customer } = found;
  return {
    ...customer,
    parent: parentId && parentName ? { id: parentId, name: parentName } : null,
    contacts: people,
  };
}

/** A customer as a picker offers it. */
export interface CustomerOption {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly termsDays: number;
}

/** Up to 20 active customers whose name or code contains `q`, those that begin with it first, then by name. */
export function customerOptions(tx: Tx, q: string): Promise<CustomerOption[]> {
  return tx
    .select({
      id: customers.id,
      name: customers.name,
      code: customers.code,
      currency: customers.currency,
      termsDays: customers.termsDays,
    })
    .from(customers)
    .where(and(isNull(customers.archivedAt), isNamed(q)))
    .orderBy(
      sql`not starts_with(lower(${customers.name}), lower(${q}))`,
      asc(customers.name),
      asc(customers.id),
    )
    .limit(OPTIONS);
}

/** What a customer knows of itself in the portal; null when the actor is not one. */
export async function ownCustomer(tx: Tx): Promise<Pick<Customer, 'id' | 'name' | 'currency'> | null> {
  const [own] = await tx
    .select({ id: customers.id, name: customers.name, currency: customers.currency })
    .from(customers)
    .limit(1);
  return own ?? null;
}

/** Of a customer: whether its name or code contains the text. */
export function isNamed(q: string): SQL {
  return sql`strpos(${customers.nameKey}, lower(${q})) > 0`;
}

/** Whether a row is of a customer whose name or code contains a text. They are looked up first, so that each row is only compared with them. */
export function isOfNamed(customerId: AnyPgColumn, q: string): SQL {
  return inArray(
    customerId,
    new QueryBuilder().select({ id: customers.id }).from(customers).where(isNamed(q)),
  );
}
