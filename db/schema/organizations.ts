import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AgingBasis } from '@/lib/domain/aging';
import { currency, day, id, instant, orgId } from './columns';

/** One business that is owed money: the tenant. */
export const organizations = pgTable('organizations', {
  id: id(),
  name: text('name').notNull(),
  currency: currency(),
  timeZone: text('time_zone').notNull(),
  agingBasis: text('aging_basis').$type<AgingBasis>().notNull().default('due'),
  /** Last day past due of every aging bucket but the last. */
  bounds: integer('bounds').array().notNull().default(sql`'{0,30,60,90,120}'`),
  /** Nothing may become effective on or before this day; null when nothing is locked. */
  lockedOn: day('locked_on'),
  isSample: boolean('is_sample').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** The counter behind gapless document numbers: its row is locked by the posting transaction. */
export const numberSeries = pgTable(
  'number_series',
  {
    orgId: orgId(),
    kind: text('kind').notNull(),
    prefix: text('prefix').notNull(),
    /** The number that the next document gets. */
    next: integer('next').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.kind] })],
);
