import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { currency, id, instant, minor, orgId } from './columns';

const reachKey = () =>
  text('reach_key')
    .notNull()
    .generatedAlwaysAs(
      sql`lower(coalesce(email, '')) || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g')`,
    );

/** Who owes. */
export const customers = pgTable(
  'customers',
  {
    id: id(),
    orgId: orgId(),
    /** The organization's own short name for the customer; unique when given. */
    code: text('code'),
    name: text('name').notNull(),
    /** Name and code in small letters: what is searched. */
    nameKey: text('name_key').notNull().generatedAlwaysAs(sql`lower(name || ' ' || coalesce(code, ''))`),
    parentId: uuid('parent_id'),
    currency: currency(),
    /** Days from invoice date to due date. */
    termsDays: integer('terms_days').notNull().default(30),
    /** Null means no limit. */
    creditLimitMinor: minor('credit_limit_minor'),
    /** The collector's name, as the business writes it. */
    owner: text('owner'),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    language: text('language').notNull().default('en'),
    email: text('email'),
    phone: text('phone'),
    /** E-mail address in small letters, a space, and the digits of the phone: how the customer is reached, as it is searched. */
    reachKey: reachKey(),
    address: text('address'),
    notes: text('notes'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null while the customer is active. */
    archivedAt: instant('archived_at'),
  },
  (t) => [
    unique('customers_org_id').on(t.orgId, t.id),
    unique('customers_org_code').on(t.orgId, t.code),
    foreignKey({ name: 'customers_parent', columns: [t.orgId, t.parentId], foreignColumns: [t.orgId, t.id] }),
    index('customers_name').on(t.orgId, t.name),
  ],
);

/** A person at a customer. */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    name: text('name').notNull(),
    title: text('title'),
    email: text('email'),
    phone: text('phone'),
    /** The name in small letters: what is searched. */
    nameKey: text('name_key').notNull().generatedAlwaysAs(sql`lower(name)`),
    /** E-mail address in small letters, a space, and the digits of the phone: how the person is reached, as it is searched. */
    reachKey: reachKey(),
    /** Any of billing, payer, escalation. */
    roles: text('roles').array().notNull().default(sql`'{}'`),
  },
  (t) => [
    foreignKey({
      name: 'contacts_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    index('contacts_of').on(t.orgId, t.customerId),
  ],
);
