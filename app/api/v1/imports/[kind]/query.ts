import { z } from 'zod';
import type { ImportKind } from '@/lib/import/fields';
import type { Mapping } from '@/lib/import/mapping';
import type { Table } from '@/lib/import/table';
import { malformed } from '../../_api/api-error';
import { columnsOf, HowToRead } from '../../_api/columns-of';
import { Day } from '../../_api/fields';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** What can be said of an import in its address; all of it can be left out. */
export const importQuery = z.strictObject({
  dry_run: flag.default(false),
  ...HowToRead,
  create_customers: flag.default(true),
  /** What becomes of payments that name no invoice. */
  apply: z.enum(['none', 'oldest']).default('none'),
  as_of: Day.optional().meta({ description: 'Of which day opening balances are; needed for them alone.' }),
  /** Whether the good rows are booked when others are wrong. */
  skip_refused: flag.default(false),
  file_name: z.string().max(200).default('api.csv'),
});

/** How the file is to be read: as the address says, and for the rest as it looks. @throws ApiError 400. */
export function mappingOf(
  kind: ImportKind,
  table: Table,
  { query, currency }: { readonly query: z.output<typeof importQuery>; readonly currency: string },
): Mapping {
  const { as_of: asOf, create_customers: createCustomers, apply } = query;
  if (kind === 'opening-balances' && asOf === undefined)
    throw malformed('as_of: say of which day the opening balances are.', 'as_of');
  if (kind !== 'opening-balances' && asOf !== undefined)
    throw malformed('as_of: only opening balances are of a day.', 'as_of');
  return { ...columnsOf(kind, table, { query, currency }), createCustomers, apply, asOf };
}
