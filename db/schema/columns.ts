import { sql } from 'drizzle-orm';
import { bigint, date, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { uuid7 } from '@/lib/uuid';

/** Primary key, made by us so that rows that belong together can be inserted in one go. */
export const id = () => uuid('id').primaryKey().$defaultFn(uuid7);

/** Filled in by the scope, so that no insert names its organization. */
export const orgId = () => uuid('org_id').notNull().default(sql`app.org_id()`);

/** Money: minor units of the currency beside it. */
export const minor = (name: string) => bigint(name, { mode: 'number' }).$type<Minor>();

/** A calendar day. */
export const day = (name: string) => date(name, { mode: 'string' }).$type<PlainDate>();

/** An instant, read as ISO text with its offset. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * When the row became known: one instant for everything that a transaction writes, later than that of every transaction
 * of the organization that committed before it.
 */
export const recordedAt = () => instant('recorded_at').notNull().default(sql`app.recorded_at()`);

/** ISO 4217 code. */
export const currency = () => text('currency').notNull();
