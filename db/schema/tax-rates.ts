import { numeric, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id, instant, orgId } from './columns';

/** A tax that lines are offered. Documents carry the percentage itself, so that a change here touches none. */
export const taxRates = pgTable(
  'tax_rates',
  {
    id: id(),
    orgId: orgId(),
    name: text('name').notNull(),
    /** Exact decimal as text. */
    percent: numeric('percent').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [unique('tax_rates_name').on(t.orgId, t.name)],
);
