import { requireStaff } from '@/app/_auth/actor';
import { type ImportRow, importList } from '@/db/queries/imports';
import { withScope } from '@/db/scope';
import { type CsvColumn, csvFile } from '@/lib/csv';
import { todayIn } from '@/lib/domain/dates';
import { csvDownload } from '../download';

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

/** The latest hundred files that were brought, as CSV. */
export async function GET(): Promise<Response> {
  const actor = await requireStaff('books:import');
  const rows = await withScope(actor, 'read', (tx) => importList(tx));
  return csvDownload(`imports_${todayIn(actor.org.timeZone)}.csv`, [...csvFile(COLUMNS, rows)]);
}
