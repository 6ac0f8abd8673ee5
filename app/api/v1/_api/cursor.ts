import type { ByName } from '@/db/queries/catalogue';
import type { DocumentCursor } from '@/db/queries/invoices';
import { isPlainDate } from '@/lib/domain/dates';
import { isUuid } from '@/lib/uuid';
import { malformed } from './api-error';

/** Where a list goes on, as an opaque text; null at its end. */
export function writeCursor(parts: readonly string[] | null): string | null {
  return parts && Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor, null without one. @throws ApiError 400 when it is none of ours. */
export function readCursor(cursor: string | undefined, count: number): string[] | null {
  if (cursor === undefined) return null;
  const parts = partsOf(cursor);
  if (!Array.isArray(parts) || parts.length !== count || parts.some((part) => typeof part !== 'string'))
    throw notOurs();
  return parts.map(String);
}

/** A cursor of a list of documents. */
export function writeDocumentCursor(next: DocumentCursor | null): string | null {
  return writeCursor(next && [next.documentDate, next.id]);
}

/** The document that a cursor points at. @throws ApiError 400 when it is none of ours. */
export function readDocumentCursor(cursor: string | undefined): DocumentCursor | null {
  const parts = readCursor(cursor, 2);
  if (!parts) return null;
  const [documentDate = '', id = ''] = parts;
  if (!isPlainDate(documentDate) || !isUuid(id)) throw notOurs();
  return { documentDate, id };
}

/** A cursor of a list by name. */
export function writeNameCursor(next: ByName | null): string | null {
  return writeCursor(next && [next.name, next.id]);
}

/** The row that such a cursor points at, null without one. @throws ApiError 400 when it is none of ours. */
export function readNameCursor(cursor: string | undefined): ByName | null {
  const parts = readCursor(cursor, 2);
  if (!parts) return null;
  const [name = '', id = ''] = parts;
  if (!isUuid(id)) throw notOurs();
  return { name, id };
}

/** The id that a cursor points at, null without one. @throws ApiError 400 when it is none of ours. */
export function readIdCursor(cursor: string | undefined): string | null {
  const [id] = readCursor(cursor, 1) ?? [];
  if (id !== undefined && !isUuid(id)) throw notOurs();
  return id ?? null;
}

/** How many rows came before, for lists that are counted through. @throws ApiError 400 when it is none of ours. */
export function readOffset(cursor: string | undefined): number {
  const [offset = '0'] = readCursor(cursor, 1) ?? [];
  if (!/^\d{1,7}$/.test(offset)) throw notOurs();
  return Number(offset);
}

function partsOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
  } catch {
    throw notOurs();
  }
}

function notOurs() {
  return malformed('cursor: is not one that this list gave.', 'cursor');
}
