import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { PlacedWidget } from '@/lib/domain/dashboard-layout';
import { id, instant, orgId } from './columns';

/** A page with its filters, under a name: the address that brings it back. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    orgId: orgId(),
    userId: uuid('user_id').notNull(),
    /** The page that it opens, such as `/explore`. */
    path: text('path').notNull(),
    name: text('name').notNull(),
    /** What follows the question mark; '' for none. */
    query: text('query').notNull(),
    /** Everybody of the business may open it; only its owner changes it. */
    isShared: boolean('is_shared').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [unique('saved_views_name').on(t.orgId, t.userId, t.path, t.name)],
);

/** Widgets in an order and sizes that somebody chose. */
export const dashboards = pgTable(
  'dashboards',
  {
    id: id(),
    orgId: orgId(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    layout: jsonb('layout').$type<readonly PlacedWidget[]>().notNull(),
    /** Goes up with every change: who saves on top of an older one is told. */
    version: integer('version').notNull().default(1),
    /** Everybody of the business may open it; only its owner changes it. */
    isShared: boolean('is_shared').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [unique('dashboards_name').on(t.orgId, t.userId, t.name)],
);

/** How somebody likes a page: hidden columns, density. One row per person and matter. */
export const preferences = pgTable(
  'preferences',
  {
    orgId: orgId(),
    userId: uuid('user_id').notNull(),
    /** What it is about, such as `aging.columns`. */
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId, t.key] })],
);
