import { z } from 'zod';
import { readOffset, writeCursor } from '../_api/cursor';
import { Page } from '../_api/fields';

/** What lists of a customer's matters take. */
export const MattersQuery = { ...Page, customer_id: z.uuid().optional() };

/** A page of a list that is counted through. */
export function listOf<T extends z.ZodType>(row: T) {
  return z.object({ data: z.array(row), next_cursor: z.string().nullable() });
}

/** Where a page begins, and how much of it is read. */
export function pageFrom(query: { readonly limit: number; readonly cursor?: string | undefined }) {
  return { limit: query.limit, offset: readOffset(query.cursor) };
}

/** A page as it is answered: full pages are followed by another one. */
export function pageReply<T>(data: readonly T[], page: { readonly limit: number; readonly offset: number }) {
  const next = data.length === page.limit ? writeCursor([String(page.offset + page.limit)]) : null;
  return { body: { data, next_cursor: next }, next };
}
