import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea } from './bytea';
import { instant, orgId } from './columns';

/** The picture of a business on its documents and in its portal: a PNG or a JPEG without anything but the picture. */
export const logos = pgTable('logos', {
  orgId: orgId().primaryKey(),
  mediaType: text('media_type').$type<'image/png' | 'image/jpeg'>().notNull(),
  bytes: bytea('bytes').notNull(),
  /** In pixels. */
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  /** SHA-256 of the bytes: it names this picture in the address of the file. */
  fileHash: text('file_hash').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
