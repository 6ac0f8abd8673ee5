import type { Tx } from '../scope';
import { type ImportRow, importList } from './imports';
import { lastRecorded } from './last-recorded';
import { type SyncState, syncState } from './sync-state';

/** Files that are shown. */
const FILES = 3;

/** Where the books come from, and how fresh they are. */
export interface BookKeeping {
  /** When anything was last recorded; null when nothing ever was. */
  readonly lastRecordedAt: Date | null;
  /** The latest files that were brought, newest first. */
  readonly imports: readonly ImportRow[];
  /** How the books that these follow are read; null when they follow none. */
  readonly sync: SyncState | null;
}

/** When the books last changed, which files were brought lately, and how the books that these follow are read. */
export async function bookKeeping(tx: Tx): Promise<BookKeeping> {
  const at = new Date(await lastRecorded(tx));
  return {
    lastRecordedAt: at.getTime() === 0 ? null : at,
    imports: (await importList(tx, { limit: FILES })).rows,
    sync: await syncState(tx),
  };
}
