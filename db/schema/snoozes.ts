import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, id, instant, orgId, recordedAt } from './columns';
import { customers } from './customers';

/** A customer is left out of the worklist until a day. Its reminders and its books are not touched. */
export const snoozes = pgTable(
  'snoozes',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    /** The day on which it is back. */
    until: day('until').notNull(),
    snoozedOn: day('snoozed_on').notNull(),
    /** Why; null when nobody said. */
    reason: text('reason'),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    /** Null while it holds; set when it was ended before its day, or another one took its place. */
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (t) => [
    foreignKey({
      name: 'snoozes_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    index('snoozes_of').on(t.orgId, t.customerId),
    index('snoozes_until').on(t.orgId, t.until),
  ],
);
