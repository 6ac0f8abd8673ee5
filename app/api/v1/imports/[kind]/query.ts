import { z } from 'zod';
import type { ImportKind } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { guessDateOrder, guessDecimal } from '@/lib/import/guess-style';
import { type Mapping, parseColumns } from '@/lib/import/mapping';
import type { Table } from '@/lib/import/table';
import { malformed } from '../../_api/api-error';
import { Day } from '../../_api/fields';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What can be said of an import in its address; all of it can be left out. */
export const importQuery = z.strictObject({
  dry_run: flag.default(false),
  /** Which column feeds which field, by name: `amount:Total,number:Doc No`. Left out, it is guessed. */
  map: z.string().max(10_000).optional(),
  date_order: z.enum(['mdy', 'dmy']).optional(),
  decimal: z.enum(['point', 'comma']).optional(),
  create_customers: flag.default(true),
  /** What becomes of payments that name no invoice. */
  apply: z.enum(['none', 'oldest']).default('none'),
  /** Whether the good rows are booked when others are wrong. */
  skip_refused: flag.default(false),
  /** Of which day opening balances are. */
  as_of: Day.optional().meta({ description: 'Of which day opening balances are: needed for them, and for nothing else.' }),
  file_name: z.string().max(200).default('api.csv'),
});

/** How the file is to be read: as the address says, and for the rest as it looks. @throws ApiError 400. */
export function mappingOf(
  kind: ImportKind,
  table: Table,
  { query, currency }: { readonly query: z.output<typeof importQuery>; readonly currency: string },
): Mapping {
  const guess = guessMapping(kind, table, { currency });
  const { columns, wrong } =
    query.map === undefined
      ? { columns: guess.columns, wrong: [] }
      : parseColumns(query.map, kind, table.header);
  if (wrong.length > 0)
    throw malformed(`map: no field or no column is called so: ${wrong.join(', ')}.`, 'map');
  if ((query.as_of !== undefined) !== (kind === 'opening-balances'))
    throw malformed(
      query.as_of === undefined
        ? 'as_of: say of which day the opening balances are.'
        : 'as_of: only opening balances are of a day.',
      'as_of',
    );
  const mapping = {
    ...guess,
    columns,
    createCustomers: query.create_customers,
    apply: query.apply,
    asOf: query.as_of,
  };
  return {
    ...mapping,
    dateOrder: query.date_order ?? guessDateOrder(kind, table, mapping).order ?? guess.dateOrder,
    decimal: query.decimal ?? guessDecimal(kind, table, mapping).style ?? guess.decimal,
  };
}
