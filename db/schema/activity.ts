import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, orgId } from './columns';

/** Append-only log of everything anybody did; each row carries the hash of the one before it. */
export const activity = pgTable(
  'activity',
  {
    orgId: orgId(),
    /** 1, 2, 3 … within the organization, given by the database together with `at` and the hashes. */
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    verb: text('verb').notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: uuid('object_id').notNull(),
    customerId: uuid('customer_id'),
    /** What the object was; null when it is new. */
    before: jsonb('before'),
    /** What it became, or what was done to it. */
    after: jsonb('after'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.sequence] }),
    index('activity_customer').on(t.orgId, t.customerId, t.sequence),
    index('activity_object').on(t.orgId, t.objectId),
  ],
);

/** The last link of each organization's chain. Only the database's own trigger moves it. */
export const activityHeads = pgTable('activity_heads', {
  orgId: orgId().primaryKey(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  /** When the last transaction of the organization recorded something; the next one's instant is later. */
  recordedAt: instant('recorded_at'),
});
