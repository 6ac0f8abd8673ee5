import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { HoldKind } from '@/lib/domain/hold';
import { day, id, instant, orgId, recordedAt } from './columns';
import { customers } from './customers';
import { documents } from './documents';

/** Somebody said stop: no reminders to a customer or about one document, or no further credit. */
export const holds = pgTable(
  'holds',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    /** The document that is left alone; null when the whole customer is. */
    documentId: uuid('document_id'),
    kind: text('kind').$type<HoldKind>().notNull(),
    reason: text('reason').notNull(),
    placedOn: day('placed_on').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    /** The first day on which it held no longer; null while it holds. */
    releasedOn: day('released_on'),
    releasedAt: instant('released_at'),
  },
  (t) => [
    foreignKey({
      name: 'holds_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'holds_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('holds_of').on(t.orgId, t.customerId),
  ],
);
