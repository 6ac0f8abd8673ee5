import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ImportKind } from '@/lib/import/fields';
import { bytea } from './bytea';
import { id, instant, orgId } from './columns';

/** A file that somebody brought: tried first, then booked in one transaction, undone by reversal. */
export const imports = pgTable('imports', {
  id: id(),
  orgId: orgId(),
  kind: text('kind').$type<ImportKind>().notNull(),
  fileName: text('file_name').notNull(),
  /** SHA-256 of the bytes. */
  fileHash: text('file_hash').notNull(),
  file: bytea('file').notNull(),
  /** Which column feeds which field, and how days are written; null until somebody looked at the guess. */
  mapping: jsonb('mapping'),
  /** The names of its columns: a file with the same ones is read like this one was; null for files that came before that was kept. */
  header: jsonb('header').$type<readonly string[]>(),
  rowCount: integer('row_count'),
  /** Counts after booking: created, alreadyThere, refused. */
  summary: jsonb('summary'),
  createdBy: uuid('created_by'),
  createdAt: instant('created_at').notNull().defaultNow(),
  bookedAt: instant('booked_at'),
  undoneAt: instant('undone_at'),
});
