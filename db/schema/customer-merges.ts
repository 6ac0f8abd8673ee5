import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant, orgId, recordedAt } from './columns';
import { customers } from './customers';

/**
 * A customer turned out to be another one that was there already: what it had open was moved to that one by transfers, and it was
 * archived. Everything that was booked stays where it was booked. Undoing takes the transfers back.
 */
export const customerMerges = pgTable(
  'customer_merges',
  {
    id: id(),
    orgId: orgId(),
    /** The one that was merged, and the one that goes on. */
    customerId: uuid('customer_id').notNull(),
    intoId: uuid('into_id').notNull(),
    mergedOn: day('merged_on').notNull(),
    /** What moved: rows of `transfers`. */
    transferIds: uuid('transfer_ids').array().notNull().default(sql`'{}'`),
    /** Logins that went along, and those that ended because their person had one there already: rows of `memberships`. */
    movedLogins: uuid('moved_logins').array().notNull().default(sql`'{}'`),
    endedLogins: uuid('ended_logins').array().notNull().default(sql`'{}'`),
    /** Keys of the interface that went along: rows of `api_keys`. */
    movedKeys: uuid('moved_keys').array().notNull().default(sql`'{}'`),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    /** Null while it holds. */
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
  },
  (t) => [
    foreignKey({
      name: 'customer_merges_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'customer_merges_into',
      columns: [t.orgId, t.intoId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    uniqueIndex('customer_merges_live').on(t.orgId, t.customerId).where(sql`${t.undoneAt} is null`),
    index('customer_merges_into_of').on(t.orgId, t.intoId),
  ],
);
