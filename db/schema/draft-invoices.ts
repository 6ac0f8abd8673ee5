import { foreignKey, index, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId } from './columns';
import { customers } from './customers';

/** An invoice while somebody writes it: no number, nothing owed. Posting it makes the document and removes the draft. */
export const draftInvoices = pgTable(
  'draft_invoices',
  {
    id: id(),
    orgId: orgId(),
    /** Null until a customer was chosen. */
    customerId: uuid('customer_id'),
    /** What was typed so far, in the shape that its form reads. */
    content: jsonb('content').notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'draft_invoices_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    index('draft_invoices_of').on(t.orgId, t.updatedAt),
  ],
);
