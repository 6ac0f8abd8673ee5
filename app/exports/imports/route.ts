import type { NextRequest } from 'next/server';
import { requireStaff } from '@/app/_auth/actor';
import { inPages, PAGE_OF_FILE } from '@/db/queries/batches';
import { type ImportRow, importList } from '@/db/queries/imports';
import { withStoppableScope } from '@/db/scope';
import { type CsvColumn, csvHead, csvLines } from '@/lib/csv';
import { todayIn } from '@/lib/domain/dates';
import { streamedDownload } from '../stream';

const count = (pick: (row: ImportRow) => number | null | undefined) => (row: ImportRow) => {
  const found = pick(row);
  return found === null || found === undefined ? null : String(found);
};

const COLUMNS: readonly CsvColumn<ImportRow>[] = [
  { heading: 'File', type: 'text', cell: (row) => row.fileName },
  { heading: 'Holds', type: 'text', cell: (row) => row.kind },
  { heading: 'Brought', type: 'text', cell: (row) => row.createdAt.toISOString() },
  { heading: 'Booked', type: 'text', cell: (row) => row.bookedAt?.toISOString() ?? null },
  { heading: 'Undone', type: 'text', cell: (row) => row.undoneAt?.toISOString() ?? null },
  { heading: 'Rows', type: 'number', cell: count((row) => row.rowCount) },
  { heading: 'Created', type: 'number', cell: count((row) => row.summary?.created) },
  { heading: 'Already there', type: 'number', cell: count((row) => row.summary?.alreadyThere) },
  { heading: 'Refused', type: 'number', cell: count((row) => row.summary?.refused) },
];

/** Milliseconds that the file may take to be sent. */
const WITHIN = 60_000;

/** The files that were brought, newest first, as CSV. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await requireStaff('books:import');
  return streamedDownload({
    fileName: `imports_${todayIn(actor.org.timeZone)}.csv`,
    gone: request.signal,
    make: (write, signal) =>
      withStoppableScope(
        actor,
        'read',
        async (tx) => {
          await write(csvHead(COLUMNS));
          const pages = inPages<ImportRow, string>((after) => importList(tx, { limit: PAGE_OF_FILE, after }));
          for await (const rows of pages) for (const piece of csvLines(COLUMNS, rows)) await write(piece);
        },
        { within: WITHIN, signal },
      ),
  });
}
