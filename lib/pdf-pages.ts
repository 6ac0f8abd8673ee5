import { formatCount } from './format';

/** Rows of about 40 pages: a file with more is made by the worker, or not as PDF. */
export const MOST_PDF_ROWS = 1_300;

/** Rows on a sheet in landscape; a little fewer where names are long. */
const ROWS = 29;

/** "about 3 pages": of a file that begins with a page or so of figures and goes on with so many rows. */
export function pagesWords(rows: number): string {
  return `about ${formatCount(2 + Math.ceil(rows / ROWS), 'page')}`;
}
