import type { Tx } from '../scope';
import { type ImportRow, importList } from './imports';
import { lastRecorded } from './last-recorded';

/** Files that are shown. */
const FILES = 3;

/** Where the books come from, and how fresh they are. */
export interface BookKeeping {
  /** When anything was last recorded; null when nothing ever was. */
  readonly lastRecordedAt: Date | null;
  /** The latest files that were brought, newest first. */
  readonly imports: readonly ImportRow[];
}

/** When the books last changed, and which files were brought lately. */
export async function bookKeeping(tx: Tx): Promise<BookKeeping> {
  const at = new Date(await lastRecorded(tx));
  return {
    lastRecordedAt: at.getTime() === 0 ? null : at,
    imports: (await importList(tx, { limit: FILES })).rows,
  };
}
