import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CallOutcome } from '@/lib/domain/call-outcome';
import { day, id, instant, orgId, recordedAt } from './columns';
import { customers } from './customers';

/** Somebody asked a customer for money, and how it went. What was promised or contested then has a row of its own. */
export const calls = pgTable(
  'calls',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    outcome: text('outcome').$type<CallOutcome>().notNull(),
    /** Who was spoken to, as the person is called then; null when nobody said. */
    contactName: text('contact_name'),
    /** What was said; null for nothing. */
    note: text('note'),
    calledOn: day('called_on').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    /** Null while it stands; otherwise it was noted by mistake. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
  },
  (t) => [
    foreignKey({
      name: 'calls_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    index('calls_of').on(t.orgId, t.customerId, t.calledOn),
    index('calls_on').on(t.orgId, t.calledOn),
  ],
);
