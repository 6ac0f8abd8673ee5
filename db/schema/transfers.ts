import { foreignKey, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { id, orgId, recordedAt } from './columns';
import { documents } from './documents';

/** One customer pays for another: the debt moves, in two documents, so that each account still ties. */
export const transfers = pgTable(
  'transfers',
  {
    id: id(),
    orgId: orgId(),
    /** Who pays, and the debit (`transfer_in`) that the payer's credit settles. */
    payerCustomerId: uuid('payer_customer_id').notNull(),
    payerDocumentId: uuid('payer_document_id').notNull(),
    /** Who was paid for, and the credit (`transfer_out`) that settles the invoice. */
    paidForCustomerId: uuid('paid_for_customer_id').notNull(),
    paidForDocumentId: uuid('paid_for_document_id').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
  },
  (t) => [
    foreignKey({
      name: 'transfers_payer',
      columns: [t.orgId, t.payerCustomerId, t.payerDocumentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    foreignKey({
      name: 'transfers_paid_for',
      columns: [t.orgId, t.paidForCustomerId, t.paidForDocumentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    unique('transfers_payer_document').on(t.orgId, t.payerDocumentId),
    unique('transfers_paid_for_document').on(t.orgId, t.paidForDocumentId),
  ],
);
