import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { currency, day, id, instant, minor, orgId, recordedAt } from './columns';
import { customers } from './customers';
import { documents } from './documents';
import { openItems } from './open-items';

/** When an organization reminds, and when it does not; one row each. Without one, the default policy holds. */
export const reminderPolicies = pgTable('reminder_policies', {
  orgId: orgId().primaryKey(),
  policy: jsonb('policy').$type<ReminderPolicy>().notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Once through everything that is late: what every customer was to be reminded of on a day. */
export const reminderRuns = pgTable(
  'reminder_runs',
  {
    id: id(),
    orgId: orgId(),
    runOn: day('run_on').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
  },
  (t) => [unique('reminder_runs_org_id').on(t.orgId, t.id), index('reminder_runs_on').on(t.orgId, t.runOn)],
);

/** What was demanded of a customer on a day, in one currency. Whether it is settled is derived from what it names. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    reminderDate: day('reminder_date').notNull(),
    /** The highest of its lines. */
    level: integer('level').notNull(),
    feeMinor: minor('fee_minor').notNull(),
    /** The interest of its lines, together. */
    interestMinor: minor('interest_minor').notNull(),
    /** Percent a year, exact decimal as text; null without interest. */
    interestPercent: numeric('interest_percent'),
    /** The run that made it; null when somebody wrote it by hand. */
    runId: uuid('run_id'),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    /** When it went out; null while it waits for somebody to look at it. */
    sentAt: instant('sent_at').defaultNow(),
    withdrawnAt: instant('withdrawn_at'),
    /** The late fee that its fee and interest were billed by; null while they are only demanded. */
    chargeDocumentId: uuid('charge_document_id'),
  },
  (t) => [
    unique('reminders_key').on(t.orgId, t.customerId, t.currency, t.id),
    unique('reminders_org_id').on(t.orgId, t.id),
    foreignKey({
      name: 'reminders_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'reminders_run',
      columns: [t.orgId, t.runId],
      foreignColumns: [reminderRuns.orgId, reminderRuns.id],
    }),
    foreignKey({
      name: 'reminders_charge',
      columns: [t.orgId, t.customerId, t.chargeDocumentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('reminders_of').on(t.orgId, t.customerId, t.reminderDate),
    index('reminders_on').on(t.orgId, t.reminderDate),
  ],
);

/** One open item that a reminder names, and how it stood on the day of the reminder. */
export const reminderLines = pgTable(
  'reminder_lines',
  {
    orgId: orgId(),
    reminderId: uuid('reminder_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    documentId: uuid('document_id').notNull(),
    itemId: uuid('item_id').notNull(),
    outstandingMinor: minor('outstanding_minor').notNull(),
    daysPastDue: integer('days_past_due').notNull(),
    interestMinor: minor('interest_minor').notNull(),
    /** How far the item has come: 1 for the first step of the policy. */
    level: integer('level').notNull(),
    /** The step that this reminder is for this item; null when the item is only listed again. */
    step: integer('step'),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.reminderId, t.itemId] }),
    foreignKey({
      name: 'reminder_lines_of',
      columns: [t.orgId, t.customerId, t.currency, t.reminderId],
      foreignColumns: [reminders.orgId, reminders.customerId, reminders.currency, reminders.id],
    }),
    foreignKey({
      name: 'reminder_lines_item',
      columns: [t.orgId, t.customerId, t.currency, t.itemId],
      foreignColumns: [openItems.orgId, openItems.customerId, openItems.currency, openItems.id],
    }),
    foreignKey({
      name: 'reminder_lines_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    // No step of an item is ever taken twice, whoever runs what at the same time.
    uniqueIndex('reminder_lines_step').on(t.orgId, t.itemId, t.step).where(sql`step is not null`),
    index('reminder_lines_items').on(t.orgId, t.itemId),
  ],
);
