import { z } from 'zod';
import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import type { FieldId } from './field';
import { type FileKind, fieldOf, IMPORT_FIELDS } from './fields';

/** How a file is to be read: which column feeds which field, how days and amounts are written, and what may be added. */
export interface Mapping {
  /** Positions in the header, from 0; a field that nothing feeds is not there. */
  readonly columns: Readonly<Partial<Record<FieldId, number>>>;
  readonly dateOrder: 'mdy' | 'dmy';
  readonly decimal: 'point' | 'comma';
  /** Whether customers that are not in the books yet are created. */
  readonly createCustomers: boolean;
  /** What becomes of a payment that names no invoice. */
  readonly apply: 'none' | 'oldest';
  /** Of which day opening balances are; of no concern to other kinds. */
  readonly asOf?: PlainDate | undefined;
}

/** A mapping as it is stored and posted. */
export const mappingSchema = z.object({
  columns: z.partialRecord(z.enum(fieldIds()), z.int().min(0).max(10_000)),
  dateOrder: z.enum(['mdy', 'dmy']),
  decimal: z.enum(['point', 'comma']),
  createCustomers: z.boolean(),
  apply: z.enum(['none', 'oldest']),
  asOf: z.string().refine(isPlainDate).optional(),
});

/** A mapping without columns that the file or the kind does not have. */
export function fitting(mapping: Mapping, kind: FileKind, width: number): Mapping {
  const columns = IMPORT_FIELDS[kind].flatMap(({ id }) => {
    const at = mapping.columns[id];
    return at === undefined || at >= width ? [] : [[id, at] as const];
  });
  return { ...mapping, columns: Object.fromEntries(columns) };
}

/** Reads "amount:Total,number:Doc No": field and column, by name. Null for what names no field or column; `wrong` says which. */
export function parseColumns(
  text: string,
  kind: FileKind,
  header: readonly string[],
): { columns: Mapping['columns']; wrong: readonly string[] } {
  const columns = new Map<FieldId, number>();
  const wrong: string[] = [];
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [name = '', ...rest] = pair.split(':');
    const id = IMPORT_FIELDS[kind].find((field) => field.id === name.trim())?.id;
    const at = header.indexOf(rest.join(':').trim());
    if (id && at >= 0) columns.set(id, at);
    else wrong.push(pair.trim());
  }
  return { columns: Object.fromEntries(columns), wrong };
}

/** What the mapped column of a field is called: its name in the file, or the field's own when nothing feeds it. */
export function columnName(
  mapping: Mapping,
  header: readonly string[],
  { kind, id }: { readonly kind: FileKind; readonly id: FieldId },
): string {
  const at = mapping.columns[id];
  return (at === undefined ? undefined : header[at]) ?? fieldOf(kind, id).label;
}

function fieldIds(): [FieldId, ...FieldId[]] {
  const [first = 'amount', ...rest] = new Set(
    Object.values(IMPORT_FIELDS).flatMap((all) => all.map((f) => f.id)),
  );
  return [first, ...rest];
}
