import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { day, orgId, recordedAt } from './columns';
import { documents } from './documents';

/** What the organization's rules have charged for an invoice that was late, for ever, so that nothing is charged twice. */
export const lateCharges = pgTable(
  'late_charges',
  {
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    invoiceId: uuid('invoice_id').notNull(),
    kind: text('kind').$type<'fee' | 'interest'>().notNull(),
    /** The day of the charge. Interest is charged for the nights before it; the next begins with it. */
    throughOn: day('through_on').notNull(),
    /** The late fee that was posted. It may have been taken back: it is not charged again. */
    documentId: uuid('document_id').notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.invoiceId, t.kind, t.throughOn] }),
    uniqueIndex('late_charges_fee').on(t.orgId, t.invoiceId).where(sql`kind = 'fee'`),
    index('late_charges_through').on(t.orgId, t.throughOn),
    // Documents are never deleted, save with sample books whole: the charges go with them.
    foreignKey({
      name: 'late_charges_invoice',
      columns: [t.orgId, t.customerId, t.invoiceId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'late_charges_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }).onDelete('cascade'),
  ],
);
