import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { currency, day, id, instant, minor, orgId, recordedAt } from './columns';
import { customers } from './customers';
import { documents } from './documents';

/** Somebody said that they would pay. Kept or broken is derived from what arrived, never stored. */
export const promises = pgTable(
  'promises',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    /** The invoice promised; null when the promise is for the account. */
    documentId: uuid('document_id'),
    currency: currency(),
    amountMinor: minor('amount_minor').notNull(),
    /** The day by which the money was to arrive. */
    promisedFor: day('promised_for').notNull(),
    promisedOn: day('promised_on').notNull(),
    note: text('note'),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    cancelledAt: instant('cancelled_at'),
    /** Null with `cancelledAt`: nobody took it back, or a program did. */
    cancelledBy: uuid('cancelled_by'),
    /** Why, such as the voiding of its invoice; null when nobody said. */
    cancelReason: text('cancel_reason'),
  },
  (t) => [
    foreignKey({
      name: 'promises_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'promises_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('promises_of').on(t.orgId, t.customerId),
  ],
);
