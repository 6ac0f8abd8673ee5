import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, orgId, recordedAt } from './columns';
import { customers } from './customers';
import { documents } from './documents';

/** What somebody wrote down about a customer, or about one of its documents. Kept as it was written. */
export const notes = pgTable(
  'notes',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    /** Null when it is about the customer as a whole. */
    documentId: uuid('document_id'),
    text: text('text').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
  },
  (t) => [
    foreignKey({
      name: 'notes_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'notes_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('notes_of').on(t.orgId, t.customerId),
  ],
);
