import { pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { currency, day, minor, orgId } from './columns';

/**
 * By how much each calendar month changed what is open of the debits that were issued on one day and due on another, per currency.
 * The provision looks at the ends of months, and asks how old what stood there was. The database adds to it as items and
 * allocations are inserted, and nobody else can; what each changes is said in the view `debit_movements` of the migrations.
 */
export const debitSums = pgTable(
  'debit_sums',
  {
    orgId: orgId(),
    currency: currency(),
    issuedOn: day('issued_on').notNull(),
    dueOn: day('due_on').notNull(),
    /** The first day of the month. */
    month: day('month').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** As much of it as happened up to 365 days past due, after which what is unpaid counts as lost. */
    timelyMinor: minor('timely_minor').notNull(),
    /** What was written off, less what was brought back, up to then. */
    writtenOffMinor: minor('written_off_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.currency, t.issuedOn, t.dueOn, t.month] })],
);
