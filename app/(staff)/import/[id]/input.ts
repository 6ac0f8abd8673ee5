import type { PlainDate } from '@/lib/domain/dates';
import { type FileKind, fieldOf, IMPORT_FIELDS } from '@/lib/import/fields';
import type { Mapping } from '@/lib/import/mapping';
import { Refusal } from '@/lib/refusal';

/** What the form of the columns sends. */
interface MappingInput extends Pick<Mapping, 'dateOrder' | 'decimal'> {
  /** The field of each column in the order of the file, '' for none. */
  readonly column: readonly string[];
  readonly createCustomers?: 'on' | undefined;
  readonly oldest?: 'on' | undefined;
  readonly asOf?: PlainDate | undefined;
}

/** The mapping that the form says. @throws Refusal `invalid` when two columns feed one field. */
export function toMapping(kind: FileKind, input: MappingInput): Mapping {
  const columns: Partial<Record<(typeof IMPORT_FIELDS)[FileKind][number]['id'], number>> = {};
  for (const [at, chosen] of input.column.entries()) {
    const id = IMPORT_FIELDS[kind].find((field) => field.id === chosen)?.id;
    if (!id) continue;
    if (columns[id] !== undefined)
      throw new Refusal(
        'invalid',
        `Two columns are the ${fieldOf(kind, id).label.toLowerCase()}. Choose one.`,
        'column',
      );
    columns[id] = at;
  }
  return {
    columns,
    dateOrder: input.dateOrder,
    decimal: input.decimal,
    createCustomers: input.createCustomers === 'on',
    apply: input.oldest === 'on' ? 'oldest' : 'none',
    asOf: input.asOf,
  };
}
