import type { FieldType } from './field';
import { type FileKind, IMPORT_FIELDS } from './fields';
import { guessDateOrder, guessDecimal } from './guess-style';
import type { Mapping } from './mapping';
import { styleIn } from './read-amount';
import { orderIn } from './read-day';
import type { Table } from './table';

/** A cell of the file that shows a question, and whether the file leaves it open. */
export interface StyleExample {
  readonly text: string;
  readonly isAsked: boolean;
}

/** The days whose order matters in a file; null when none does. */
export function dateExample(kind: FileKind, table: Table, mapping: Mapping): StyleExample | null {
  const { isAsked } = guessDateOrder(kind, table, mapping);
  const text = firstCell(kind, table, { mapping, type: 'date', is: (cell) => isOrdered(cell, isAsked) });
  return text === null ? null : { text, isAsked };
}

/** The amounts whose decimal mark matters in a file; null when there is no doubt that anybody could have. */
export function amountExample(kind: FileKind, table: Table, mapping: Mapping): StyleExample | null {
  const { isAsked, style } = guessDecimal(kind, table, mapping);
  if (!isAsked && style !== 'comma' && mapping.decimal !== 'comma') return null;
  const isMeant = (cell: string) => {
    const found = styleIn(cell);
    return isAsked
      ? found === 'either' || (style !== null && found !== style && found !== 'fixed')
      : found === style;
  };
  const text = firstCell(kind, table, { mapping, type: 'amount', is: isMeant });
  return text === null ? null : { text, isAsked };
}

function isOrdered(cell: string, isAsked: boolean): boolean {
  const order = orderIn(cell);
  return isAsked ? order === 'either' : order === 'mdy' || order === 'dmy';
}

function firstCell(
  kind: FileKind,
  table: Table,
  where: { readonly mapping: Mapping; readonly type: FieldType; readonly is: (cell: string) => boolean },
): string | null {
  for (const field of IMPORT_FIELDS[kind]) {
    const at = where.mapping.columns[field.id];
    if (field.type !== where.type || at === undefined) continue;
    const row = table.rows.find(({ cells }) => where.is(cells[at] ?? ''));
    if (row) return row.cells[at] ?? null;
  }
  return null;
}
