import { z } from 'zod';
import type { FileKind } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { guessDateOrder, guessDecimal } from '@/lib/import/guess-style';
import { type Mapping, parseColumns } from '@/lib/import/mapping';
import type { Table } from '@/lib/import/table';
import { malformed } from './api-error';

/** What can be said in the address of how a table is to be read; all of it can be left out. */
export const HowToRead = {
  map: z.string().max(10_000).optional().meta({
    description:
      'Which column feeds which field, by name: amount:Total,number:Doc No. Left out, it is found out.',
  }),
  date_order: z.enum(['mdy', 'dmy']).optional(),
  decimal: z.enum(['point', 'comma']).optional(),
};

interface Asked {
  readonly query: z.output<z.ZodObject<typeof HowToRead>>;
  readonly currency: string;
  /** How such a table was read before; null for one that nobody has brought yet. */
  readonly known?: Mapping | null;
}

/** How a table is to be read: as the address says, and for the rest as before, else as it looks. @throws ApiError 400. */
export function columnsOf(kind: FileKind, table: Table, { query, currency, known = null }: Asked): Mapping {
  const guess = known ?? guessMapping(kind, table, { currency });
  const { columns, wrong } =
    query.map === undefined
      ? { columns: guess.columns, wrong: [] }
      : parseColumns(query.map, kind, table.header);
  if (wrong.length > 0)
    throw malformed(`map: no field or no column is called so: ${wrong.join(', ')}.`, 'map');
  const mapping = { ...guess, columns };
  return {
    ...mapping,
    dateOrder: query.date_order ?? guessDateOrder(kind, table, mapping).order ?? guess.dateOrder,
    decimal: query.decimal ?? guessDecimal(kind, table, mapping).style ?? guess.decimal,
  };
}
