import { sql } from 'drizzle-orm';
import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, orgId } from './columns';
import { customers } from './customers';

/** A write that was asked for, and its answer: asked again, it answers the same and books nothing. Kept for ever. */
export const requests = pgTable(
  'requests',
  {
    orgId: orgId(),
    requestId: text('request_id').notNull(),
    /** The customer whose person asked; null for the business. Filled in by the scope. */
    customerId: uuid('customer_id').default(sql`app.customer_id()`),
    verb: text('verb').notNull(),
    /** SHA-256 of the input: the same id with another input is refused. */
    fingerprint: text('fingerprint').notNull(),
    answer: jsonb('answer'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.requestId] }),
    foreignKey({
      name: 'requests_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete('cascade'),
  ],
);
