import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Fact, SourceObject } from '@/lib/sources/facts';
import type { Reason } from '@/lib/sources/reasons';
import type { RowFix } from '@/lib/sources/row-fix';
import { instant, minor, orgId } from './columns';
import { connections } from './connections';
import { customers } from './customers';
import { documents } from './documents';

/**
 * Every row that was read from books elsewhere as it is there now, and what stands for it here: the one memory of the sync. What a row
 * says is compared with what is booked; the difference is what there is to do.
 */
export const sourceRows = pgTable(
  'source_rows',
  {
    orgId: orgId(),
    connectionId: uuid('connection_id').notNull(),
    object: text('object').$type<SourceObject>().notNull(),
    sourceId: text('source_id').notNull(),
    raw: jsonb('raw'),
    /** SHA-256 of it: the same row read again is no news. */
    print: text('print').notNull(),
    /** When it changed last there; null: not said. */
    changedThereAt: instant('changed_there_at'),
    /** The run that read it last. */
    readBy: uuid('read_by').notNull(),
    /** When it was found to be gone there; null while it is there. */
    goneAt: instant('gone_at'),
    /** `new`: to be looked at; `checked`: to be booked; then `booked`, or `quarantined` for `reason`. */
    state: text('state').$type<'new' | 'checked' | 'booked' | 'quarantined'>().notNull().default('new'),
    fact: jsonb('fact').$type<Fact>(),
    /** What is known of a row even when it cannot be booked: whose it is, in what, and what it leaves open there (a credit below 0). */
    contactId: text('contact_id'),
    currency: text('currency'),
    openMinor: minor('open_minor'),
    reason: text('reason').$type<Reason>(),
    detail: text('detail').notNull().default(''),
    /** What somebody here said that the row does not. */
    fix: jsonb('fix').$type<RowFix>(),
    /** Of a contact: who that is here. Of a paper or a payment: on whose account it stands. */
    customerId: uuid('customer_id'),
    /** What stands for it in the books; null while nothing does. */
    documentId: uuid('document_id'),
    /** Of an invoice: the money that came with it, for which there is no payment there. */
    depositId: uuid('deposit_id'),
    /** The print of what is booked. */
    booked: text('booked'),
    /** Whether what it pays, or is paid by, is to be compared again. */
    isUnapplied: boolean('is_unapplied').notNull().default(false),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.object, t.sourceId] }),
    foreignKey({
      name: 'source_rows_connection',
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }),
    foreignKey({
      name: 'source_rows_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'source_rows_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    foreignKey({
      name: 'source_rows_deposit',
      columns: [t.orgId, t.customerId, t.depositId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('source_rows_state').on(t.orgId, t.connectionId, t.state, t.object, t.sourceId),
    index('source_rows_contact').on(t.orgId, t.connectionId, t.contactId),
    index('source_rows_customers').on(t.orgId, t.customerId),
    index('source_rows_documents').on(t.orgId, t.documentId),
    index('source_rows_unapplied').on(t.orgId, t.connectionId, t.customerId).where(sql`is_unapplied`),
  ],
);

/** Rows that the service said have changed: the next run asks for each, and believes only what it is answered. */
export const sourceHints = pgTable(
  'source_hints',
  {
    orgId: orgId(),
    connectionId: uuid('connection_id').notNull(),
    object: text('object').$type<SourceObject>().notNull(),
    sourceId: text('source_id').notNull(),
    notedAt: instant('noted_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.connectionId, t.object, t.sourceId] }),
    foreignKey({
      name: 'source_hints_connection',
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }),
  ],
);
