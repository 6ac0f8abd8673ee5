import { sql } from 'drizzle-orm';
import { jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { SourceObject } from '@/lib/sources/facts';
import type { SourceName } from '@/lib/sources/sources';
import { id, instant, orgId } from './columns';

/** Books kept elsewhere that these books follow. One at a time; those that ended keep what is known of their rows. */
export const connections = pgTable(
  'connections',
  {
    id: id(),
    orgId: orgId(),
    source: text('source').$type<SourceName>().notNull(),
    region: text('region').notNull(),
    /** The connection's name in the service. */
    account: text('account').notNull(),
    /** The key, sealed; null once it ended. */
    sealedKey: text('sealed_key'),
    /** What webhooks are signed with, sealed; null: none are taken. */
    sealedSecret: text('sealed_secret'),
    /** What the books are kept in, whose they are, and what they reckon in, as they say themselves. */
    system: text('system').notNull(),
    company: text('company'),
    currency: text('currency'),
    timeZone: text('time_zone'),
    /** The latest change that was read of each list, ISO text; empty: everything is to be read. */
    cursors: jsonb('cursors').$type<Partial<Record<SourceObject, string>>>().notNull().default({}),
    /** What somebody has to put right before it works again; null: nothing. */
    problem: text('problem'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('connections_org_id').on(t.orgId, t.id),
    unique('connections_account').on(t.orgId, t.source, t.account),
    uniqueIndex('connections_live').on(t.orgId).where(sql`ended_at is null`),
  ],
);
