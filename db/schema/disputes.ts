import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant, minor, orgId, recordedAt } from './columns';
import { documents } from './documents';

/** A customer contests part or all of an invoice. It stays in every balance until it is resolved. */
export const disputes = pgTable(
  'disputes',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    documentId: uuid('document_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    reason: text('reason').notNull(),
    openedOn: day('opened_on').notNull(),
    /** Who is to settle it, by name as the business writes it; null for nobody. */
    owner: text('owner'),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by'),
    resolution: text('resolution'),
  },
  (t) => [
    foreignKey({
      name: 'disputes_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('disputes_of').on(t.orgId, t.customerId),
  ],
);
