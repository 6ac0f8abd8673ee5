import type { FieldType } from './field';
import { type FileKind, IMPORT_FIELDS } from './fields';
import type { Mapping } from './mapping';
import { type DecimalStyle, styleIn } from './read-amount';
import { type DateOrder, orderIn } from './read-day';
import type { Table } from './table';

/** What the dates of a file say about their order; null when no number is above 12. `isAsked`: some could be read both ways. */
export interface DateOrderGuess {
  readonly order: DateOrder | null;
  readonly isAsked: boolean;
}

/** Reads the whole of every mapped date column: one file has one order. */
export function guessDateOrder(kind: FileKind, table: Table, mapping: Mapping): DateOrderGuess {
  const counts = count(cellsOf(kind, table, { mapping, type: 'date' }), orderIn);
  const [mdy, dmy] = [counts.get('mdy') ?? 0, counts.get('dmy') ?? 0];
  if (mdy + dmy > 0) return { order: mdy >= dmy ? 'mdy' : 'dmy', isAsked: mdy > 0 && dmy > 0 };
  return { order: null, isAsked: counts.has('either') };
}

/** What the amounts of a file say about their decimal mark; null when none has cents. */
export interface DecimalGuess {
  readonly style: DecimalStyle | null;
  readonly isAsked: boolean;
}

/** Reads the whole of every mapped amount column. */
export function guessDecimal(kind: FileKind, table: Table, mapping: Mapping): DecimalGuess {
  const counts = count(cellsOf(kind, table, { mapping, type: 'amount' }), styleIn);
  const [point, comma] = [counts.get('point') ?? 0, counts.get('comma') ?? 0];
  if (point + comma > 0)
    return { style: point >= comma ? 'point' : 'comma', isAsked: point > 0 && comma > 0 };
  return { style: null, isAsked: counts.has('either') };
}

function* cellsOf(
  kind: FileKind,
  table: Table,
  { mapping, type }: { readonly mapping: Mapping; readonly type: FieldType },
): Generator<string> {
  for (const field of IMPORT_FIELDS[kind]) {
    const at = mapping.columns[field.id];
    if (field.type !== type || at === undefined) continue;
    for (const { cells } of table.rows) yield cells[at] ?? '';
  }
}

function count<T>(cells: Iterable<string>, read: (cell: string) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const cell of cells) {
    const found = read(cell);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return counts;
}
