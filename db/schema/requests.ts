import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, orgId } from './columns';

/** A write that was asked for, and its answer: asked again, it answers the same and books nothing. Kept for ever. */
export const requests = pgTable(
  'requests',
  {
    orgId: orgId(),
    requestId: text('request_id').notNull(),
    verb: text('verb').notNull(),
    /** SHA-256 of the input: the same id with another input is refused. */
    fingerprint: text('fingerprint').notNull(),
    answer: jsonb('answer'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.requestId] })],
);
