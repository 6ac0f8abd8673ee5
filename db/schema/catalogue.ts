import { boolean, foreignKey, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { currency, id, instant, minor, orgId } from './columns';
import { customers } from './customers';

/** Something that the business sells at a known fee. */
export const services = pgTable(
  'services',
  {
    id: id(),
    orgId: orgId(),
    name: text('name').notNull(),
    description: text('description'),
    currency: currency(),
    feeMinor: minor('fee_minor').notNull(),
    /** Percent, exact decimal as text. */
    taxPercent: numeric('tax_percent').notNull(),
    /** Only active services can be billed; those once billed are never deleted. */
    isActive: boolean('is_active').notNull().default(true),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [unique('services_org_id').on(t.orgId, t.id), unique('services_name').on(t.orgId, t.name)],
);

/** On whose behalf a service is given: a pupil, a site, a vehicle. */
export const beneficiaries = pgTable(
  'beneficiaries',
  {
    id: id(),
    orgId: orgId(),
    /** Who pays for it; null when it belongs to no customer in particular. */
    customerId: uuid('customer_id'),
    name: text('name').notNull(),
    category: text('category'),
    birthYear: integer('birth_year'),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('beneficiaries_org_id').on(t.orgId, t.id),
    foreignKey({
      name: 'beneficiaries_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
  ],
);
