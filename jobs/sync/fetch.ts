import { dropHints, keepCursor, markGone, stageRows } from '@/db/commands/sync/stage-rows';
import { logSync } from '@/db/commands/sync/sync-progress';
import { hintedRows, rowsNotMet } from '@/db/queries/unread-rows';
import { formatCount } from '@/lib/format';
import { SOURCE_OBJECTS, type SourceObject } from '@/lib/sources/facts';
import { FIRST_PAGE, type PageCursor, SourceError, type SourceRow } from '@/lib/sources/source';
import type { FetchCursor } from '@/lib/sources/sync';
import type { SyncWork } from './sync-work';

/** What changed so long before the last change that was read is read again: it may have come late. */
const OVERLAP_MS = 5 * 60_000;

/** So many rows may go away at once without a second thought; of more, half of the list. */
const FEW = 20;

/** Reads the lists, then asks for every row that the service spoke of or that a whole list lacked: it may be gone. */
export async function fetchRows(work: SyncWork): Promise<void> {
  const { cursor } = work.run;
  const left = cursor === null ? SOURCE_OBJECTS : SOURCE_OBJECTS.slice(indexOf(cursor.object));
  for (const object of left) await readList(work, object, cursor?.object === object ? cursor.at : FIRST_PAGE);
  for (const object of SOURCE_OBJECTS) {
    await followHints(work, object);
    if (work.run.kind === 'full') await findGone(work, object);
  }
}

async function readList(
  { client, connection, run, write }: SyncWork,
  object: SourceObject,
  from: PageCursor,
) {
  const latest = connection.cursors[object];
  const since =
    run.kind === 'full' || !latest ? null : new Date(Date.parse(latest) - OVERLAP_MS).toISOString();
  const reader = { connectionId: connection.id, runId: run.id };
  let count = 0;
  for (let at: PageCursor | null = from; at !== null; ) {
    const page = await client.page(object, at, since);
    const { next }: { next: PageCursor | null } = page;
    await write(async (tx) => {
      await stageRows(tx, reader, page.rows);
      await keepCursor(tx, run.id, next ? { object, at: next } : after(object));
    });
    count += page.rows.length;
    at = next;
  }
  await write((tx) => logSync(tx, run.id, `Read ${formatCount(count, 'row')} of the list ${object}.`));
}

function after(object: SourceObject): FetchCursor {
  return { object: SOURCE_OBJECTS[indexOf(object) + 1] ?? 'done', at: FIRST_PAGE };
}

function indexOf(object: FetchCursor['object']): number {
  return object === 'done' ? SOURCE_OBJECTS.length : SOURCE_OBJECTS.indexOf(object);
}

async function followHints(work: SyncWork, object: SourceObject): Promise<void> {
  const { connection, write } = work;
  for (;;) {
    const { ids, until } = await write((tx) => hintedRows(tx, connection.id, object));
    if (until === null) return;
    await askFor(work, object, ids);
    await write((tx) => dropHints(tx, connection.id, object, { ids, until }));
  }
}

/**
 * Asks for rows that a whole list lacked. A list that lacks half of what is known is taken for a mistake, not for the end of a
 * business.
 * @throws SourceError when that is so.
 */
async function findGone(work: SyncWork, object: SourceObject): Promise<void> {
  const { connection, run, write } = work;
  const asked = { connectionId: connection.id, runId: run.id, object };
  for (let isFirst = true; ; isFirst = false) {
    const { ids, missing, known } = await write((tx) => rowsNotMet(tx, asked));
    if (ids.length === 0) return;
    if (isFirst && missing > FEW && missing * 2 > known)
      throw new SourceError(
        'failed',
        `${formatCount(missing, 'row')} of ${known} were not in the list ${object} any more. That is too many to believe, so nothing was taken away.`,
      );
    await askFor(work, object, ids);
  }
}

async function askFor(
  { client, connection, run, write }: SyncWork,
  object: SourceObject,
  ids: readonly string[],
) {
  const rows: SourceRow[] = [];
  const gone: string[] = [];
  for (const id of ids) {
    const row = await client.one(object, id);
    if (row === null) gone.push(id);
    else rows.push(row);
  }
  const reader = { connectionId: connection.id, runId: run.id };
  await write(async (tx) => {
    await stageRows(tx, reader, rows);
    await markGone(tx, reader, object, gone);
  });
}
