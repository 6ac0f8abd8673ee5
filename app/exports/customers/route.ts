import type { Moment } from '@/db/expressions';
import { customerBatches } from '@/db/queries/customer-list';
import { customerStandings } from '@/db/queries/customer-standing';
import type { Tx } from '@/db/scope';
import { type CustomerFilters, readCustomerFilters } from '@/lib/customer-filters';
import { listDownload } from '../list-download';
import { type CustomerLine, customerColumns } from './columns';

/** The list of customers with the filters and the order of its page, as CSV. */
export const GET = listDownload({
  kind: 'customers',
  read: readCustomerFilters,
  columns: ({ currency }) => customerColumns(currency),
  batches: customerLines,
});

async function* customerLines(
  tx: Tx,
  filters: CustomerFilters,
  moment: Moment,
): AsyncGenerator<CustomerLine[]> {
  for await (const rows of customerBatches(tx, filters, moment)) {
    const ids = rows.map(({ id }) => id);
    const standings = await customerStandings(tx, { ...moment, currency: filters.currency }, ids);
    yield rows.map((row) => ({ ...row, standing: standings.get(row.id) }));
  }
}
