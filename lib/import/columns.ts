import type { CsvColumn } from '@/lib/csv';
import type { FieldId } from './field';
import { IMPORT_FIELDS, type ImportKind } from './fields';

/** A row of a file that an import reads, as it is written; null or left out for an empty cell. */
export type WrittenRow = Readonly<Partial<Record<FieldId, string | null>>>;

/** Every field of a kind as a column, under the name by which an import knows it at once. */
export function importColumns(kind: ImportKind): CsvColumn<WrittenRow>[] {
  return IMPORT_FIELDS[kind].map(({ id, label, type }) => ({
    heading: label,
    type: type === 'amount' ? 'number' : type === 'date' ? 'date' : 'text',
    cell: (row) => row[id] ?? null,
  }));
}
