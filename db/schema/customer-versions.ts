import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { orgId, recordedAt } from './columns';
import { customers } from './customers';

/**
 * What a customer was called, whose child it was, who looked after it and its tags, from an instant on: the database adds a row whenever that changes, so that
 * a report can be made again with the names of its time. A customer that never changed has none.
 */
export const customerVersions = pgTable(
  'customer_versions',
  {
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    recordedAt: recordedAt(),
    name: text('name').notNull(),
    code: text('code'),
    parentId: uuid('parent_id'),
    owner: text('owner'),
    /** Null for what was written before owners and tags were kept: then they are those of today. */
    tags: text('tags').array(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.customerId, t.recordedAt] }),
    foreignKey({
      name: 'customer_versions_of',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete('cascade'),
  ],
);
