import { foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { currency, day, id, instant, orgId, recordedAt } from './columns';
import { customers } from './customers';
import { documents } from './documents';

/** An invoice that repeats: what is billed, and in which rhythm. */
export const recurringInvoices = pgTable(
  'recurring_invoices',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    /** The lines to bill each time. */
    lines: jsonb('lines').notNull(),
    every: text('every').$type<'week' | 'month' | 'quarter' | 'year'>().notNull(),
    /** The day of the first invoice. All later ones are counted from it, so the 31st stays the 31st. */
    startsOn: day('starts_on').notNull(),
    /** The last day on which one may be dated; null for ever. */
    endsOn: day('ends_on'),
    /** Null: the customer's terms. */
    termsDays: integer('terms_days'),
    /** Nothing is billed for days from here on; null while it runs. */
    pausedOn: day('paused_on'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('recurring_invoices_key').on(t.orgId, t.customerId, t.id),
    foreignKey({
      name: 'recurring_invoices_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
  ],
);

/** What a rhythm has billed: one row a period, for ever, so that no period is billed twice. */
export const recurringPeriods = pgTable(
  'recurring_periods',
  {
    orgId: orgId(),
    recurringId: uuid('recurring_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** The day that the rhythm gave. */
    periodOn: day('period_on').notNull(),
    /** Null when the period was passed over while paused. */
    documentId: uuid('document_id'),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.recurringId, t.periodOn] }),
    foreignKey({
      name: 'recurring_periods_of',
      columns: [t.orgId, t.customerId, t.recurringId],
      foreignColumns: [recurringInvoices.orgId, recurringInvoices.customerId, recurringInvoices.id],
    }),
    foreignKey({
      name: 'recurring_periods_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
  ],
);
