import { type CsvColumn, csvFile } from '@/lib/csv';
import type { RowProblem } from './table';

const COLUMNS: readonly CsvColumn<RowProblem>[] = [
  { heading: 'Row', type: 'number', cell: ({ row }) => String(row) },
  { heading: 'Column', type: 'text', cell: ({ column }) => column },
  { heading: 'Value', type: 'text', cell: ({ value }) => value },
  { heading: 'What is wrong', type: 'text', cell: ({ problem }) => problem },
  { heading: 'What would be accepted', type: 'text', cell: ({ hint }) => hint },
];

/** Every problem of a file as CSV, in its order. */
export function problemsFile(problems: readonly RowProblem[]): string[] {
  return [...csvFile(COLUMNS, problems)];
}
