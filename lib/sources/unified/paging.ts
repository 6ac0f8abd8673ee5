import { type PageCursor, SourceError } from '../source';

/** Rows that the service gives at once, whatever is asked. */
export const PAGE_ROWS = 100;

/** How often one list may be found to have moved before it is read on regardless. */
const MOST_MOVES = 20;

/**
 * Where a list is to be read on after a page with these ids; null when it was the last. Each page begins with the last row of the one
 * before: when that row is not there, rows before it went away and others slipped past, so the page before is read again.
 * @throws SourceError when the same page comes again and again.
 */
export function nextCursor(at: PageCursor, ids: readonly string[]): PageCursor | null {
  const lastId = ids.at(-1) ?? null;
  const hasMoved = at.lastId !== null && !ids.includes(at.lastId);
  if (hasMoved && at.moved < MOST_MOVES)
    return { offset: Math.max(0, at.offset - PAGE_ROWS), lastId: null, moved: at.moved + 1 };
  if (ids.length < PAGE_ROWS) return null;
  if (lastId === at.lastId)
    throw new SourceError('failed', 'The service answers with the same page again and again.');
  return { offset: at.offset + PAGE_ROWS - 1, lastId, moved: at.moved };
}
