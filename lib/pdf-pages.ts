import { formatCount } from './format';

/** Rows of about 40 pages: a file with more is made by the worker. */
export const MOST_PDF_ROWS = 1_300;

/** Rows that have room below the figures, which take a page and a half, and on each sheet that follows. */
const ROWS = { first: 17, next: 26 };

/** "about 3 pages": of a file that begins with figures and goes on with so many rows. Names on several lines take more. */
export function pagesWords(rows: number): string {
  return `about ${formatCount(2 + Math.ceil(Math.max(0, rows - ROWS.first) / ROWS.next), 'page')}`;
}
