import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { DocumentKind } from '@/lib/domain/documents';
import { currency, day, id, instant, minor, orgId, recordedAt } from './columns';
import { documents } from './documents';

/** What a document does to what the customer owes. Narrow: every report reads this table, not documents. */
export const openItems = pgTable(
  'open_items',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    documentId: uuid('document_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    /** 1 for the only item of a document; instalments count on. */
    instalment: integer('instalment').notNull().default(1),
    currency: currency(),
    /** Signed like the document: debits above 0, credits below. */
    amountMinor: minor('amount_minor').notNull(),
    /** What allocations left of the amount. The database keeps it: it starts as the amount and follows every allocation. */
    openMinor: minor('open_minor').notNull().default(sql`0`),
    effectiveOn: day('effective_on').notNull(),
    dueOn: day('due_on').notNull(),
    recordedAt: recordedAt(),
    /**
     * The last day on which something took effect on the item, and when the last such thing was recorded; at first its own.
     * The database keeps both. What moved by a day needs no winding back to it.
     */
    movedOn: day('moved_on').notNull().default(sql`'-infinity'`),
    movedAt: instant('moved_at').notNull().default(sql`'-infinity'`),
  },
  (t) => [
    unique('open_items_key').on(t.orgId, t.customerId, t.currency, t.id),
    unique('open_items_document').on(t.orgId, t.documentId, t.instalment),
    foreignKey({
      name: 'open_items_of',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    // The indexes that reports read, open_items_live and open_items_kinds, are in the migrations: they also carry what they do not sort by.
    index('open_items_recorded').on(t.orgId, t.recordedAt),
    // Of a day: what was there by then and moved later. Both conditions are met within the index.
    index('open_items_moved').on(t.orgId, t.movedOn, t.effectiveOn),
  ],
);

/** "This much of that credit settles this much of that debit." Undoing is a row of the negative amount. */
export const allocations = pgTable(
  'allocations',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    debitItemId: uuid('debit_item_id').notNull(),
    creditItemId: uuid('credit_item_id').notNull(),
    /** Above 0; below 0 when it undoes `reversesId`. */
    amountMinor: minor('amount_minor').notNull(),
    effectiveOn: day('effective_on').notNull(),
    reversesId: uuid('reverses_id'),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
  },
  (t) => [
    // Both keys carry customer and currency, so that no row can join two customers' or two currencies' items.
    foreignKey({
      name: 'allocations_debit',
      columns: [t.orgId, t.customerId, t.currency, t.debitItemId],
      foreignColumns: [openItems.orgId, openItems.customerId, openItems.currency, openItems.id],
    }),
    foreignKey({
      name: 'allocations_credit',
      columns: [t.orgId, t.customerId, t.currency, t.creditItemId],
      foreignColumns: [openItems.orgId, openItems.customerId, openItems.currency, openItems.id],
    }),
    unique('allocations_org_id').on(t.orgId, t.id),
    unique('allocations_reverses').on(t.orgId, t.reversesId),
    foreignKey({
      name: 'allocations_reversed',
      columns: [t.orgId, t.reversesId],
      foreignColumns: [t.orgId, t.id],
    }),
    index('allocations_debits').on(t.orgId, t.debitItemId),
    index('allocations_credits').on(t.orgId, t.creditItemId),
    index('allocations_effective').on(t.orgId, t.effectiveOn),
    index('allocations_recorded').on(t.orgId, t.recordedAt),
  ],
);
