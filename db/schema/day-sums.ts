import { numeric, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { currency, day, minor, orgId } from './columns';

/**
 * By how much the movements of the ledger changed each sum on a day, per currency: what a balance is on a day is the sum of all
 * changes up to it. The database adds to it as items and allocations are inserted, and nobody else can. What each movement
 * changes is said in the view `movements` of the migrations.
 */
export const daySums = pgTable(
  'day_sums',
  {
    orgId: orgId(),
    currency: currency(),
    day: day('day').notNull(),
    /** All that is owed, credits taken off. */
    owedMinor: minor('owed_minor').notNull(),
    /** What is open of debits. */
    debitsMinor: minor('debits_minor').notNull(),
    /** What is open of debits and past due: from the day after the due day. */
    pastDueMinor: minor('past_due_minor').notNull(),
    /** Invoices less credit memos; what reverses one of them counts on its own day. */
    salesMinor: minor('sales_minor').notNull(),
    /** What payments settled of invoices, less what was undone in the calendar month in which it took effect. */
    paidMinor: minor('paid_minor').notNull(),
    /** The same times the days from issue, and from due, to payment. */
    paidSinceIssue: numeric('paid_since_issue').notNull(),
    paidSinceDue: numeric('paid_since_due').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.currency, t.day] })],
);
