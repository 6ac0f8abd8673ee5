import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { currency, day, instant, orgId } from './columns';

/**
 * How customers paid invoices, counted by delay: for each customer and day of the week on which invoices were due, and for
 * everybody together. The database adds to it as allocations are inserted, and nobody else can. The view `delay_parts` of the
 * migrations says what an allocation adds; `lib/domain/forecast/kept-habits.ts` reads it.
 */
export const delaySums = pgTable(
  'delay_sums',
  {
    orgId: orgId(),
    currency: currency(),
    /** Zeros for all customers together. */
    customerId: uuid('customer_id').notNull(),
    /** Of the due day, 0 for Sunday. */
    weekday: smallint('weekday').notNull(),
    /** What was counted, and its weight: as of 2050, so that weights only grow with the day and never have to be faded. */
    codes: integer('codes').array().notNull(),
    weights: doublePrecision('weights').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.currency, t.customerId, t.weekday] })],
);

/** How the forecast did on an organization's last twelve weeks, looked back on once a day, for it takes longest. */
export const forecastTests = pgTable(
  'forecast_tests',
  {
    orgId: orgId(),
    currency: currency(),
    asOf: day('as_of').notNull(),
    pooling: text('pooling').notNull(),
    /** The twelve weeks and what they were wrong by, as `db/queries/look-back.ts` writes them. */
    found: jsonb('found').notNull(),
    madeAt: instant('made_at').notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.currency] })],
);
